package org.clew.model.coordination;

/**
 * Chosen rows by artifact and time. The rows within the window of row {@code r} on its artifact,
 * itself among them, are {@code windowStart[r]} to {@code windowEnd[r] - 1}.
 */
final class Timeline {
  final int[] account;
  final int[] artifact;
  final long[] seconds;
  final int[] post;
  final int[] windowStart;
  final int[] windowEnd;

  private Timeline(Observations columns, int[] windowStart, int[] windowEnd) {
    this.account = columns.account;
    this.artifact = columns.artifact;
    this.seconds = columns.seconds;
    this.post = columns.post;
    this.windowStart = windowStart;
    this.windowEnd = windowEnd;
  }

  /** Sorts the rows and lays the windows. */
  static Timeline of(Observations observations, int[] rows, long windowSeconds) {
    return sorted(observations, Rows.byArtifactAndTime(observations, rows), windowSeconds);
  }

  /** The same of the rows on whose artifact another of them acts; each row once. */
  static Timeline ofShared(Observations observations, int[] rows, long windowSeconds) {
    return sorted(observations, Rows.sharedInTime(observations, rows), windowSeconds);
  }

  /** Takes rows that are by artifact and time already. */
  static Timeline sorted(Observations observations, int[] rows, long windowSeconds) {
    Observations columns = observations.rows(rows);
    int[] windowStart = new int[rows.length];
    int[] windowEnd = new int[rows.length];
    int end = 0;
    for (int begin = 0; begin < rows.length; begin = end) {
      end = begin;
      while (end < rows.length && columns.artifact[end] == columns.artifact[begin]) {
        end++;
      }
      layWindows(columns.seconds, begin, end, windowSeconds, windowStart, windowEnd);
    }
    return new Timeline(columns, windowStart, windowEnd);
  }

  /** Some of the rows, in their order, with new windows. */
  Timeline only(int[] positions, long windowSeconds) {
    return sorted(Observations.of(account, artifact, seconds, post), positions, windowSeconds);
  }

  private static void layWindows(
      long[] seconds, int begin, int end, long window, int[] windowStart, int[] windowEnd) {
    int first = begin;
    int last = begin;
    for (int row = begin; row < end; row++) {
      while (seconds[row] - seconds[first] > window) {
        first++;
      }
      while (last < end && seconds[last] - seconds[row] <= window) {
        last++;
      }
      windowStart[row] = first;
      windowEnd[row] = last;
    }
  }

  /**
   * The rows that have another in their window. Whoever is near one of them is among them, so that
   * windows stay whole.
   */
  int[] crowded() {
    return Rows.where(size(), row -> windowEnd[row] - windowStart[row] > 1);
  }

  int size() {
    return account.length;
  }
}
