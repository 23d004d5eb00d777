package org.clew.model.coordination;

import java.util.Arrays;

/**
 * How often one account met each other, counted once a group: a sparse row held in dense memory,
 * emptied when drained. The upper half of a cell is the last group seen, the lower half the count.
 */
final class PartnerCounts {
  private final long[] cells;
  private final int[] touched;
  private int touchedCount;
  private long group;

  PartnerCounts(int accounts) {
    cells = new long[accounts];
    touched = new int[accounts];
  }

  void nextGroup() {
    group++;
  }

  /** Counts a partner unless this group did; true when it was counted. */
  boolean hit(int partner) {
    long cell = cells[partner];
    if (cell >>> Integer.SIZE == group) {
      return false;
    }
    int count = (int) cell;
    if (count == 0) {
      touched[touchedCount++] = partner;
    }
    cells[partner] = group << Integer.SIZE | (count + 1);
    return true;
  }

  /** What is done with a partner that was met often enough. */
  interface Consumer {
    void accept(int partner, int count);
  }

  /** Hands over the partners met at least so often, in their order, and starts anew. */
  void drain(int atLeast, Consumer consumer) {
    int kept = 0;
    for (int i = 0; i < touchedCount; i++) {
      int partner = touched[i];
      if ((int) cells[partner] >= atLeast) {
        touched[kept++] = partner;
      } else {
        cells[partner] = 0;
      }
    }
    Arrays.sort(touched, 0, kept);
    for (int i = 0; i < kept; i++) {
      int partner = touched[i];
      int count = (int) cells[partner];
      cells[partner] = 0;
      consumer.accept(partner, count);
    }
    touchedCount = 0;
    group = 0;
  }
}
