package org.clew.model.coordination;

/**
 * Turns reshares into observations of fast resharing: the artifact is the account reshared, and
 * only reshares soon after the original count. Whoever reshares themselves is left out. Not safe
 * for use by several threads.
 */
public final class FastReshares {
  /** Reshares up to this many seconds after the original are fast. */
  public static final long DEFAULT_SECONDS = 10;

  private final long mostSeconds;
  private final Observations.Builder rows = Observations.builder();

  /** With the largest delay after the original, inclusive. */
  public FastReshares(long mostSeconds) {
    if (mostSeconds < 0) {
      throw new IllegalArgumentException("A delay cannot be negative.");
    }
    this.mostSeconds = mostSeconds;
  }

  /**
   * Takes one reshare.
   *
   * @param account who reshared
   * @param author whom; an index among the accounts
   * @param seconds when
   * @param originalSeconds when the original was posted
   * @param post the reshare itself
   */
  public void add(int account, int author, long seconds, long originalSeconds, int post) {
    long delay = seconds - originalSeconds;
    if (account != author && delay >= 0 && delay <= mostSeconds) {
      rows.add(account, author, seconds, post);
    }
  }

  /** The fast ones so far. */
  public Observations observations() {
    return rows.build();
  }
}
