package org.clew.api.access;

/**
 * Tokens that come back at a steady rate up to a limit; each request takes one. Not safe for use by
 * several threads.
 */
final class TokenBucket {
  private static final double NANOS = 1e9;

  private final double perSecond;
  private final double most;
  private double tokens;
  private long counted;

  /** A full bucket. */
  TokenBucket(double perSecond, double most, long nanoTime) {
    this.perSecond = perSecond;
    this.most = most;
    this.tokens = most;
    this.counted = nanoTime;
  }

  /** Takes one token, if there is one. */
  RateDecision take(long nanoTime) {
    tokens = Math.min(most, tokens + Math.max(0, nanoTime - counted) / NANOS * perSecond);
    counted = nanoTime;
    boolean allowed = tokens >= 1;
    if (allowed) {
      tokens--;
    }
    return new RateDecision(
        allowed,
        (long) tokens,
        seconds((most - tokens) / perSecond),
        allowed ? 0 : Math.max(1, seconds((1 - tokens) / perSecond)));
  }

  private static long seconds(double exactly) {
    return (long) Math.ceil(exactly);
  }
}
