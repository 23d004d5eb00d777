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
  private final PartnerCounts pairs;
  private final PartnerCounts older;
  private final PartnerCounts newer;
  private final long[] distance;
  private final int[] olderPosts;
  private final int[] newerPosts;
  private final int[] olderSeenBy;
  private final int[] newerSeenBy;

  PairScan(
      Timeline timeline,
      Grouping byAccount,
      int[] rowsByPost,
      PairRule rule,
      int posts,
      int minWeight) {
    this.timeline = timeline;
    this.byAccount = byAccount;
    this.rowsByPost = rowsByPost;
    this.rule = rule;
    this.minWeight = minWeight;
    int accounts = byAccount.groups();
    this.pairs = new PartnerCounts(accounts);
    this.older = new PartnerCounts(accounts);
    this.newer = new PartnerCounts(accounts);
    this.distance = new long[accounts];
    this.olderPosts = new int[accounts];
    this.newerPosts = new int[accounts];
    this.olderSeenBy = new int[posts];
    this.newerSeenBy = new int[posts];
  }

  @Override
  public void scan(int source, EdgeBuffer edges) {
    int previousPost = -1;
    for (int k = byAccount.start[source]; k < byAccount.start[source + 1]; k++) {
      int row = rowsByPost[k];
      if (timeline.post[row] != previousPost) {
        previousPost = timeline.post[row];
        older.nextGroup();
        newer.nextGroup();
      }
      visitWindow(source, row);
    }
    older.drain(1, (partner, posts) -> olderPosts[partner] += posts);
    newer.drain(1, (partner, posts) -> newerPosts[partner] += posts);
    pairs.drain(1, (partner, count) -> emit(source, partner, count, edges));
  }

  private void visitWindow(int source, int row) {
    for (int other = timeline.windowStart[row]; other < timeline.windowEnd[row]; other++) {
      int partner = timeline.account[other];
      if (partner > source && rule.counts(row, other)) {
        pairs.nextGroup();
        pairs.hit(partner);
        distance[partner] += Math.abs(timeline.seconds[row] - timeline.seconds[other]);
        if (rule.isOlder(row, other)) {
          older.hit(partner);
          newerPosts[partner] += firstSeen(newerSeenBy, timeline.post[other], source);
        } else {
          newer.hit(partner);
          olderPosts[partner] += firstSeen(olderSeenBy, timeline.post[other], source);
        }
      }
    }
  }

  /** 1 when the source meets the partner's post for the first time, as a post has one account. */
  private static int firstSeen(int[] seenBy, int post, int source) {
    int mark = source + 1;
    int isNew = seenBy[post] == mark ? 0 : 1;
    seenBy[post] = mark;
    return isNew;
  }

  private void emit(int source, int partner, int count, EdgeBuffer edges) {
    if (count >= minWeight) {
      int edge = edges.add(source, partner);
      edges.set(PAIRS, edge, count);
      edges.set(DISTANCE, edge, (double) distance[partner]);
      edges.set(OLDER, edge, olderPosts[partner]);
      edges.set(NEWER, edge, newerPosts[partner]);
    }
    distance[partner] = 0;
    olderPosts[partner] = 0;
    newerPosts[partner] = 0;
  }
}
