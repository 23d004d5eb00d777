package org.clew.model.coordination;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Choosing and ordering row numbers. */
final class Rows {
  private Rows() {}

  static int[] where(int size, IntPredicate condition) {
    int[] chosen = new int[size];
    int count = 0;
    for (int row = 0; row < size; row++) {
      if (condition.test(row)) {
        chosen[count++] = row;
      }
    }
    return Arrays.copyOf(chosen, count);
  }

  /** The first row of each pair of a post and an artifact, in the order given. */
  static int[] firstOfEachActInAPost(Observations observations) {
    int[] byArtifact = Grouping.of(observations.artifact, observations.artifacts()).member;
    int[] order = stablePass(byArtifact, row -> observations.post[row], observations.posts());
    boolean[] first = new boolean[order.length];
    for (int i = 0; i < order.length; i++) {
      first[order[i]] =
          i == 0
              || observations.post[order[i - 1]] != observations.post[order[i]]
              || observations.artifact[order[i - 1]] != observations.artifact[order[i]];
    }
    return where(order.length, row -> first[row]);
  }

  /** The rows on whose artifact others are too; alone, a row is in nobody's window. */
  static int[] onSharedArtifacts(Observations observations) {
    int[] artifact = observations.artifact;
    int[] uses = new int[observations.artifacts()];
    for (int used : artifact) {
      uses[used]++;
    }
    return where(artifact.length, row -> uses[artifact[row]] > 1);
  }

  /**
   * Those of the rows on whose artifact another of them acts, by artifact, then time, then number.
   *
   * @param rows numbers, each once
   */
  static int[] sharedInTime(Observations observations, int[] rows) {
    int[] all = observations.inTime();
    if (rows.length == observations.size()) {
      return all;
    }
    boolean[] chosen = new boolean[observations.size()];
    for (int row : rows) {
      chosen[row] = true;
    }
    int[] artifact = observations.artifact;
    int[] shared = new int[Math.min(rows.length, all.length)];
    int count = 0;
    int end;
    for (int begin = 0; begin < all.length; begin = end) {
      int first = count;
      for (end = begin; end < all.length && artifact[all[end]] == artifact[all[begin]]; end++) {
        if (chosen[all[end]]) {
          shared[count++] = all[end];
        }
      }
      if (count == first + 1) {
        count = first;
      }
    }
    return Arrays.copyOf(shared, count);
  }

  /** The rows by artifact, then time, then in the order given. */
  static int[] byArtifactAndTime(Observations observations, int[] rows) {
    int[] artifact = observations.artifact;
    int[] sorted = stablePass(rows, row -> artifact[row], observations.artifacts());
    TimeSort byTime = new TimeSort(observations.seconds);
    int end;
    for (int begin = 0; begin < sorted.length; begin = end) {
      end = begin + 1;
      while (end < sorted.length && artifact[sorted[end]] == artifact[sorted[begin]]) {
        end++;
      }
      byTime.sort(sorted, begin, end);
    }
    return sorted;
  }

  /** The rows by one key, equal keys in the order given. */
  static int[] stablePass(int[] rows, IntUnaryOperator key, int keys) {
    int[] next = new int[keys + 1];
    for (int row : rows) {
      next[key.applyAsInt(row) + 1]++;
    }
    for (int k = 0; k < keys; k++) {
      next[k + 1] += next[k];
    }
    int[] sorted = new int[rows.length];
    for (int row : rows) {
      sorted[next[key.applyAsInt(row)]++] = row;
    }
    return sorted;
  }
}
