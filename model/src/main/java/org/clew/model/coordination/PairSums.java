package org.clew.model.coordination;

/**
 * What the pairs of an account with each later account add up to: a sparse row held in dense
 * memory, emptied when drained. All of one partner lies together, since each pair changes it.
 */
final class PairSums {
  private static final int STRIDE = 8;
  private static final int PAIRS = 0;
  private static final int DISTANCE = 1;
  private static final int OLDER = 2;
  private static final int NEWER = 3;

  /** The last of the account's posts that was counted as older, and as newer. */
  private static final int LAST_OLDER = 4;

  private static final int LAST_NEWER = 5;

  private final long[] cells;
  private final PartnerList partners;

  PairSums(int accounts) {
    cells = new long[Math.multiplyExact(accounts, STRIDE)];
    partners = new PartnerList(accounts);
  }

  /** Adds a pair. */
  void add(int partner, long secondsApart) {
    int at = partner * STRIDE;
    if (cells[at + PAIRS]++ == 0) {
      partners.add(partner);
    }
    cells[at + DISTANCE] += secondsApart;
  }

  /**
   * The account's post is the older of a pair.
   *
   * @param mark of that post, above 0
   * @param newerIsNew whether the partner's post was not the newer of a pair before
   */
  void older(int partner, long mark, boolean newerIsNew) {
    int at = partner * STRIDE;
    if (cells[at + LAST_OLDER] != mark) {
      cells[at + LAST_OLDER] = mark;
      cells[at + OLDER]++;
    }
    cells[at + NEWER] += newerIsNew ? 1 : 0;
  }

  /** The account's post is the newer of a pair; as with {@link #older}. */
  void newer(int partner, long mark, boolean olderIsNew) {
    int at = partner * STRIDE;
    if (cells[at + LAST_NEWER] != mark) {
      cells[at + LAST_NEWER] = mark;
      cells[at + NEWER]++;
    }
    cells[at + OLDER] += olderIsNew ? 1 : 0;
  }

  /** What is done with the sums of a partner. */
  @FunctionalInterface
  interface Consumer {
    void accept(int partner, long pairs, long distance, long olderPosts, long newerPosts);
  }

  /** Hands over the partners met, in their order, and starts anew. */
  void drain(Consumer consumer) {
    partners.sort(partner -> cells[partner * STRIDE] != 0);
    for (int i = 0; i < partners.size(); i++) {
      int at = partners.get(i) * STRIDE;
      consumer.accept(
          partners.get(i),
          cells[at + PAIRS],
          cells[at + DISTANCE],
          cells[at + OLDER],
          cells[at + NEWER]);
      for (int field = 0; field < STRIDE; field++) {
        cells[at + field] = 0;
      }
    }
    partners.clear();
  }
}
