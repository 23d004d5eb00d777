package org.clew.model.coordination;

import java.util.Arrays;

/**
 * Which two rows of one artifact make a pair in {@link WeightMode#PAIRS}. Posts are numbered anew
 * as they first come in the timeline, so that what is kept of those in one window lies together.
 */
final class PairRule {
  private static final int UNSEEN = -1;

  private final Timeline timeline;
  private final Observations observations;
  private final int[] post;
  private final int posts;
  private final boolean[] qualified;

  private PairRule(Timeline timeline, Observations observations, int[] rows, int leastRows) {
    this.timeline = timeline;
    this.observations = observations;
    int[] number = new int[observations.posts()];
    Arrays.fill(number, UNSEEN);
    this.post = new int[timeline.size()];
    this.posts = number(number);
    this.qualified = qualified(number, rows, leastRows);
  }

  /**
   * Pairs with a post of an account that coordinates in at least so many rows.
   *
   * @param timeline rows that can make a pair
   * @param rows all rows that take part
   */
  static PairRule of(
      Timeline timeline, Observations observations, int[] rows, int minParticipation) {
    return new PairRule(timeline, observations, rows, minParticipation);
  }

  private int number(int[] number) {
    int next = 0;
    for (int row = 0; row < post.length; row++) {
      if (number[timeline.post[row]] == UNSEEN) {
        number[timeline.post[row]] = next++;
      }
      post[row] = number[timeline.post[row]];
    }
    return next;
  }

  private boolean[] qualified(int[] number, int[] rows, int leastRows) {
    boolean[] coordinated = coordinatedPosts();
    int[] participation = new int[observations.accounts()];
    for (int row : rows) {
      int known = number[observations.post[row]];
      participation[observations.account[row]] += known >= 0 && coordinated[known] ? 1 : 0;
    }
    boolean[] enough = new boolean[posts];
    for (int row = 0; row < post.length; row++) {
      enough[post[row]] |= participation[timeline.account[row]] >= leastRows;
    }
    return enough;
  }

  private boolean[] coordinatedPosts() {
    boolean[] coordinated = new boolean[posts];
    for (int row = 0; row < post.length; row++) {
      if (!isArtifact(row)) {
        for (int other = timeline.windowStart[row];
            !coordinated[post[row]] && other < timeline.windowEnd[row];
            other++) {
          coordinated[post[row]] =
              timeline.account[row] != timeline.account[other] && pairs(row, other);
        }
      }
    }
    return coordinated;
  }

  /** The number of the post of a row. */
  int post(int row) {
    return post[row];
  }

  /** How many posts are numbered. */
  int posts() {
    return posts;
  }

  /** The posts of all rows. */
  int[] postOfRow() {
    return post;
  }

  /** Whether the post of a row is itself the artifact, and so in no pair. */
  boolean isArtifact(int row) {
    return timeline.post[row] == observations.ownPost(timeline.artifact[row]);
  }

  /**
   * Whether rows of two accounts, of which the first is no artifact, are a pair, one of whose posts
   * is of a qualifying account.
   */
  boolean counts(int row, int other) {
    return pairs(row, other) && (qualified[post[row]] || qualified[post[other]]);
  }

  private boolean pairs(int row, int other) {
    return post[row] != post[other] && !isArtifact(other);
  }

  /** At one time the post with the smaller number in the log counts as the older. */
  boolean isOlder(int row, int other) {
    long difference = timeline.seconds[row] - timeline.seconds[other];
    return difference < 0 || (difference == 0 && timeline.post[row] < timeline.post[other]);
  }
}
