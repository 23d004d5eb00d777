package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two accounts acted on one artifact: the raw rows behind an edge.
 *
 * @param artifact on what
 * @param firstPost the first account's post
 * @param firstSeconds its time
 * @param secondPost the second account's post
 * @param secondSeconds its time
 */
public record SharedAct(
    int artifact, int firstPost, long firstSeconds, int secondPost, long secondSeconds) {
  /** How far apart in time, in seconds. */
  public long secondsApart() {
    return Math.abs(firstSeconds - secondSeconds);
  }

  /**
   * All pairs of rows of two accounts within a window, by artifact and time.
   *
   * @param limit how many at most; 0 or less gives an empty list
   */
  public static List<SharedAct> between(
      Observations observations, int first, int second, long windowSeconds, int limit) {
    int[] rows =
        Rows.where(
            observations.size(),
            row -> observations.account[row] == first || observations.account[row] == second);
    Timeline timeline = Timeline.of(observations, rows, windowSeconds);
    List<SharedAct> acts = new ArrayList<>();
    for (int row = 0; row < timeline.size(); row++) {
      if (timeline.account[row] == first) {
        addPairs(timeline, row, second, acts);
      }
    }
    acts.sort(
        Comparator.comparingInt(SharedAct::artifact)
            .thenComparingLong(SharedAct::firstSeconds)
            .thenComparingLong(SharedAct::secondSeconds)
            .thenComparingInt(SharedAct::firstPost)
            .thenComparingInt(SharedAct::secondPost));
    return List.copyOf(acts.subList(0, Math.min(acts.size(), Math.max(0, limit))));
  }

  private static void addPairs(Timeline timeline, int row, int second, List<SharedAct> acts) {
    for (int other = timeline.windowStart[row]; other < timeline.windowEnd[row]; other++) {
      if (timeline.account[other] == second) {
        acts.add(
            new SharedAct(
                timeline.artifact[row],
                timeline.post[row],
                timeline.seconds[row],
                timeline.post[other],
                timeline.seconds[other]));
      }
    }
  }
}
