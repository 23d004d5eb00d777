package org.clew.model.coordination;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Finds rows that say the same: one account, artifact and second, and one post where posts count.
 * They stand together once the rows are by artifact and time; among those of one second it looks by
 * hashing with open addressing. Exact; O(n) time once the rows are sorted.
 */
final class DistinctRows {
  private static final int FREE = -1;

  /** A table for more rows at once would be too large for an array; it is fuller then. */
  private static final int MOST = 1 << 28;

  private static final long MIXER = 0x9E3779B97F4A7C15L;

  private final Observations rows;
  private final boolean withPosts;
  private final BitSet repeats = new BitSet();
  private int[] slots = new int[1 << 4];

  private DistinctRows(Observations rows, boolean withPosts) {
    this.rows = rows;
    this.withPosts = withPosts;
  }

  /** The rows of which no earlier one says the same; the given ones if there are no others. */
  static Observations of(Observations rows, boolean withPosts) {
    DistinctRows seen = new DistinctRows(rows, withPosts);
    seen.find(rows.inTime());
    return seen.repeats.isEmpty() ? rows : rows.where(row -> !seen.repeats.get(row));
  }

  private void find(int[] inTime) {
    int end;
    for (int begin = 0; begin < inTime.length; begin = end) {
      end = begin + 1;
      while (end < inTime.length && isAtOnce(inTime[begin], inTime[end])) {
        end++;
      }
      if (end - begin > 1) {
        findAtOnce(inTime, begin, end);
      }
    }
  }

  private boolean isAtOnce(int one, int other) {
    return rows.artifact[one] == rows.artifact[other] && rows.seconds[one] == rows.seconds[other];
  }

  /** Rows of one artifact and second, earlier ones first. */
  private void findAtOnce(int[] inTime, int begin, int end) {
    int size = Integer.highestOneBit(Math.min(end - begin, MOST)) << 2;
    if (slots.length < size) {
      slots = new int[size];
    }
    Arrays.fill(slots, 0, size, FREE);
    for (int i = begin; i < end; i++) {
      int row = inTime[i];
      int slot = hash(row) & (size - 1);
      while (slots[slot] != FREE && !isSameActor(slots[slot], row)) {
        slot = (slot + 1) & (size - 1);
      }
      if (slots[slot] == FREE) {
        slots[slot] = row;
      } else {
        repeats.set(row);
      }
    }
  }

  private boolean isSameActor(int one, int other) {
    return rows.account[one] == rows.account[other]
        && (!withPosts || rows.post[one] == rows.post[other]);
  }

  private int hash(int row) {
    long mixed = rows.account[row] * MIXER;
    if (withPosts) {
      mixed = (mixed ^ (mixed >>> Integer.SIZE) ^ rows.post[row]) * MIXER;
    }
    return (int) (mixed >>> Integer.SIZE);
  }
}
