package org.clew.model.coordination;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.function.IntUnaryOperator;

/** Choosing and ordering row numbers. */
final class Rows {
  private static final int DIGIT_BITS = 16;
  private static final int DIGIT_MASK = (1 << DIGIT_BITS) - 1;

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

  /** The rows by artifact, then time, then in the order given: a radix sort. */
  static int[] byArtifactAndTime(Observations observations, int[] rows) {
    long[] seconds = observations.seconds;
    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    for (int row : rows) {
      earliest = Math.min(earliest, seconds[row]);
      latest = Math.max(latest, seconds[row]);
    }
    long origin = earliest;
    int[] order = rows;
    for (int shift = 0; shift < Long.SIZE && (latest - origin) >>> shift > 0; shift += DIGIT_BITS) {
      int digit = shift;
      order =
          stablePass(
              order, row -> (int) ((seconds[row] - origin) >>> digit) & DIGIT_MASK, DIGIT_MASK + 1);
    }
    int[] artifact = observations.artifact;
    return stablePass(order, row -> artifact[row], observations.artifacts());
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
