package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/**
 * The largest set of chains of which no two share anything: a largest independent set in the graph
 * of conflicts, by branch and bound. Exact unless so many steps were not enough; then the largest
 * set found stands, and it is said to be a lower bound.
 *
 * @param chains their positions, ascending
 * @param exact whether no larger set exists
 */
record DisjointChains(List<Integer> chains, boolean exact) {
  private static final int MAX_STEPS = 200_000;

  DisjointChains {
    chains = List.copyOf(chains);
  }

  /** Of chains that are each a set of what must not be shared; at most 64 of them. */
  static DisjointChains of(List<? extends Set<?>> shared) {
    Search search = new Search(conflicts(shared));
    search.choose(0, shared.size() == Long.SIZE ? -1L : (1L << shared.size()) - 1);
    List<Integer> chains = new ArrayList<>();
    for (int i = 0; i < shared.size(); i++) {
      if ((search.best >>> i & 1) == 1) {
        chains.add(i);
      }
    }
    return new DisjointChains(chains, search.steps <= MAX_STEPS);
  }

  private static long[] conflicts(List<? extends Set<?>> shared) {
    long[] conflicts = new long[shared.size()];
    for (int i = 0; i < conflicts.length; i++) {
      for (int j = 0; j < conflicts.length; j++) {
        if (i == j || !Collections.disjoint(shared.get(i), shared.get(j))) {
          conflicts[i] |= 1L << j;
        }
      }
    }
    return conflicts;
  }

  private static final class Search {
    private final long[] conflicts;
    private long best;
    private int steps;

    Search(long[] conflicts) {
      this.conflicts = conflicts;
    }

    void choose(long chosen, long open) {
      if (Long.bitCount(chosen) > Long.bitCount(best)) {
        best = chosen;
      }
      if (open == 0
          || Long.bitCount(chosen) + Long.bitCount(open) <= Long.bitCount(best)
          || ++steps > MAX_STEPS) {
        return;
      }
      int next = leastContested(open);
      choose(chosen | 1L << next, open & ~conflicts[next]);
      if (Long.bitCount(conflicts[next] & open) > 1) {
        choose(chosen, open & ~(1L << next));
      }
    }

    private int leastContested(long open) {
      int least = -1;
      for (long rest = open; rest != 0; rest &= rest - 1) {
        int each = Long.numberOfTrailingZeros(rest);
        if (least < 0
            || Long.bitCount(conflicts[each] & open) < Long.bitCount(conflicts[least] & open)) {
          least = each;
        }
      }
      return least;
    }
  }
}
