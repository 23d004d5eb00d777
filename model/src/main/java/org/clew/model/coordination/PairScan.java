package org.clew.model.coordination;

/**
 * Counts the pairs of posts of an account with each later account, their distance in time, and the
 * distinct posts of both in the older and the newer place.
 */
final class PairScan implements AccountScan {
  static final int COLUMNS = 4;
  static final int PAIRS = 0;
  static final int DISTANCE = 1;
  static final int OLDER = 2;
  static final int NEWER = 3;

  private final Timeline timeline;
  private final Grouping byAccount;
  private final int[] rowsByPost;
  private final PairRule rule;
  private final int minWeight;
  private final PairSums sums;
  private final int[] olderSeenBy;
  private final int[] newerSeenBy;

  PairScan(Timeline timeline, Grouping byAccount, int[] rowsByPost, PairRule rule, int minWeight) {
    this.timeline = timeline;
    this.byAccount = byAccount;
    this.rowsByPost = rowsByPost;
    this.rule = rule;
    this.minWeight = minWeight;
    this.sums = new PairSums(byAccount.groups());
    this.olderSeenBy = new int[rule.posts()];
    this.newerSeenBy = new int[rule.posts()];
  }

  @Override
  public void scan(int source, EdgeBuffer edges) {
    for (int k = byAccount.start[source]; k < byAccount.start[source + 1]; k++) {
      if (!rule.isArtifact(rowsByPost[k])) {
        visitWindow(source, rowsByPost[k]);
      }
    }
    sums.drain(
        (partner, pairs, distance, older, newer) -> {
          if (pairs >= minWeight) {
            int edge = edges.add(source, partner);
            edges.set(PAIRS, edge, (double) pairs);
            edges.set(DISTANCE, edge, (double) distance);
            edges.set(OLDER, edge, (double) older);
            edges.set(NEWER, edge, (double) newer);
          }
        });
  }

  private void visitWindow(int source, int row) {
    int mark = rule.post(row) + 1;
    for (int other = timeline.windowStart[row]; other < timeline.windowEnd[row]; other++) {
      int partner = timeline.account[other];
      if (partner > source && rule.counts(row, other)) {
        sums.add(partner, Math.abs(timeline.seconds[row] - timeline.seconds[other]));
        if (rule.isOlder(row, other)) {
          sums.older(partner, mark, isNew(newerSeenBy, rule.post(other), source));
        } else {
          sums.newer(partner, mark, isNew(olderSeenBy, rule.post(other), source));
        }
      }
    }
  }

  /** Whether the source meets the partner's post for the first time, as a post has one account. */
  private static boolean isNew(int[] seenBy, int post, int source) {
    int mark = source + 1;
    boolean isNew = seenBy[post] != mark;
    seenBy[post] = mark;
    return isNew;
  }
}
