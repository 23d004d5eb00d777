package org.clew.model.coordination;

import java.util.Arrays;

/**
 * Finds rows that say the same: one account, artifact and second, and one post where posts count.
 * Exact, by hashing with open addressing those rows whose artifact other rows have too; O(n) time,
 * and eight to sixteen bytes for each of these.
 */
final class DistinctRows {
  private static final int FREE = -1;
  private static final long MIXER = 0x9E3779B97F4A7C15L;

  private final Observations rows;
  private final boolean withPosts;
  private final int[] uses;
  private final int[] slots;

  private DistinctRows(Observations rows, boolean withPosts) {
    this.rows = rows;
    this.withPosts = withPosts;
    this.uses = Rows.uses(rows);
    int size = Integer.highestOneBit(Math.max(1, shared(rows.size()))) << 2;
    this.slots = new int[size > 0 ? size : 1 << 30];
    Arrays.fill(slots, FREE);
  }

  /** The rows of which no earlier one says the same; the given ones if there are no others. */
  static Observations of(Observations rows, boolean withPosts) {
    DistinctRows seen = new DistinctRows(rows, withPosts);
    int[] first = Rows.where(rows.size(), seen::isNew);
    return first.length == rows.size() ? rows : rows.rows(first);
  }

  /** How many rows may be said twice, since their artifact is. */
  private int shared(int size) {
    int shared = size;
    for (int ofArtifact : uses) {
      shared -= ofArtifact == 1 ? 1 : 0;
    }
    return shared;
  }

  private boolean isNew(int row) {
    if (uses[rows.artifact[row]] == 1) {
      return true;
    }
    int slot = hash(row) & (slots.length - 1);
    while (slots[slot] != FREE) {
      if (saysTheSame(slots[slot], row)) {
        return false;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    slots[slot] = row;
    return true;
  }

  private boolean saysTheSame(int one, int other) {
    return rows.account[one] == rows.account[other]
        && rows.artifact[one] == rows.artifact[other]
        && rows.seconds[one] == rows.seconds[other]
        && (!withPosts || rows.post[one] == rows.post[other]);
  }

  private int hash(int row) {
    long mixed = (((long) rows.account[row] << Integer.SIZE) | rows.artifact[row]) * MIXER;
    mixed = (mixed ^ (mixed >>> Integer.SIZE) ^ rows.seconds[row]) * MIXER;
    if (withPosts) {
      mixed = (mixed ^ (mixed >>> Integer.SIZE) ^ rows.post[row]) * MIXER;
    }
    return (int) (mixed >>> Integer.SIZE);
  }
}
