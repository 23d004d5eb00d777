package org.clew.model.coordination;

import java.util.Arrays;

/**
 * Sorts row numbers by time, those of one time in the order given: time and place go into one
 * number each.
 */
final class TimeSort {
  private static final long FAR = 1L << (Integer.SIZE - 1);

  private final long[] seconds;
  private long[] keys = new long[1 << 8];
  private int[] given = new int[1 << 8];

  /** Sorts by the times of all rows. */
  TimeSort(long[] seconds) {
    this.seconds = seconds;
  }

  /** Sorts a part of the numbers. */
  void sort(int[] rows, int begin, int end) {
    if (isSorted(rows, begin, end)) {
      return;
    }
    long earliest = Long.MAX_VALUE;
    long latest = Long.MIN_VALUE;
    for (int i = begin; i < end; i++) {
      earliest = Math.min(earliest, seconds[rows[i]]);
      latest = Math.max(latest, seconds[rows[i]]);
    }
    if (latest - earliest < FAR) {
      sortNear(rows, begin, end, earliest);
    } else {
      sortFar(rows, begin, end);
    }
  }

  private boolean isSorted(int[] rows, int begin, int end) {
    for (int i = begin + 1; i < end; i++) {
      if (seconds[rows[i - 1]] > seconds[rows[i]]) {
        return false;
      }
    }
    return true;
  }

  private void sortNear(int[] rows, int begin, int end, long earliest) {
    int size = end - begin;
    if (keys.length < size) {
      keys = new long[Growth.next(size)];
      given = new int[keys.length];
    }
    System.arraycopy(rows, begin, given, 0, size);
    for (int i = 0; i < size; i++) {
      keys[i] = (seconds[given[i]] - earliest) << Integer.SIZE | i;
    }
    Arrays.sort(keys, 0, size);
    for (int i = 0; i < size; i++) {
      rows[begin + i] = given[(int) keys[i]];
    }
  }

  /** More than 68 years lie between them. */
  private void sortFar(int[] rows, int begin, int end) {
    Integer[] sorted = new Integer[end - begin];
    Arrays.setAll(sorted, i -> rows[begin + i]);
    Arrays.sort(sorted, (a, b) -> Long.compare(seconds[a], seconds[b]));
    for (int i = 0; i < sorted.length; i++) {
      rows[begin + i] = sorted[i];
    }
  }
}
