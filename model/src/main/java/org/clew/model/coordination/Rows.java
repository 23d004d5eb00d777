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

  /** How many rows each artifact has. */
  static int[] uses(Observations observations) {
    int[] uses = new int[observations.artifacts()];
    for (int artifact : observations.artifact) {
      uses[artifact]++;
    }
    return uses;
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

  /**
   * Those of the rows on whose artifact another of them acts; alone, a row is in nobody's window.
   */
  static int[] onSharedArtifacts(Observations observations, int[] rows) {
    int[] artifact = observations.artifact;
    int[] uses = new int[observations.artifacts()];
    for (int row : rows) {
      uses[artifact[row]]++;
    }
    int[] shared = new int[rows.length];
    int count = 0;
    for (int row : rows) {
      if (uses[artifact[row]] > 1) {
        shared[count++] = row;
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
