package org.clew.model.coordination;

/** Which two rows of one artifact make a pair in {@link WeightMode#PAIRS}. */
final class PairRule {
  private final Timeline timeline;
  private final Observations observations;
  private final boolean[] qualifiedPost;

  private PairRule(Timeline timeline, Observations observations, boolean[] qualifiedPost) {
    this.timeline = timeline;
    this.observations = observations;
    this.qualifiedPost = qualifiedPost;
  }

  /** Pairs with a post of an account that coordinates in at least so many rows. */
  static PairRule of(Timeline timeline, Observations observations, int minParticipation) {
    PairRule rule = new PairRule(timeline, observations, new boolean[observations.posts()]);
    boolean[] coordinated = rule.coordinatedPosts();
    int[] participation = new int[observations.accounts()];
    for (int row = 0; row < timeline.size(); row++) {
      participation[timeline.account[row]] += coordinated[timeline.post[row]] ? 1 : 0;
    }
    for (int row = 0; row < timeline.size(); row++) {
      if (participation[timeline.account[row]] >= minParticipation) {
        rule.qualifiedPost[timeline.post[row]] = true;
      }
    }
    return rule;
  }

  /** Two accounts, two posts, and neither post the artifact. */
  private boolean pairs(int row, int other) {
    return timeline.account[row] != timeline.account[other]
        && timeline.post[row] != timeline.post[other]
        && !isArtifact(row)
        && !isArtifact(other);
  }

  /** A pair, one of whose posts is of a qualifying account. */
  boolean counts(int row, int other) {
    return pairs(row, other)
        && (qualifiedPost[timeline.post[row]] || qualifiedPost[timeline.post[other]]);
  }

  /** At one time the post with the smaller number counts as the older. */
  boolean isOlder(int row, int other) {
    long difference = timeline.seconds[row] - timeline.seconds[other];
    return difference < 0 || (difference == 0 && timeline.post[row] < timeline.post[other]);
  }

  private boolean isArtifact(int row) {
    return timeline.post[row] == observations.ownPost(timeline.artifact[row]);
  }

  private boolean[] coordinatedPosts() {
    boolean[] coordinated = new boolean[observations.posts()];
    for (int row = 0; row < timeline.size(); row++) {
      int post = timeline.post[row];
      for (int other = timeline.windowStart[row];
          !coordinated[post] && other < timeline.windowEnd[row];
          other++) {
        coordinated[post] = pairs(row, other);
      }
    }
    return coordinated;
  }
}
