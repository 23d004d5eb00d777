package org.clew.model.trace;

import java.util.Arrays;
import java.util.List;

/**
 * Hop-layered dynamic programme over what was explored: the least cost of a walk of so many hops
 * from an end to each inner node. A walk may repeat nodes, so it is never dearer than the best path
 * and serves as the estimate of the search.
 */
final class ReachTable {
  private final InnerGraph inner;
  private final long[][] exact;
  private final long[][] within;

  private ReachTable(InnerGraph inner, int hops) {
    this.inner = inner;
    this.exact = new long[hops + 1][inner.size()];
    this.within = new long[hops + 1][inner.size()];
    for (long[] layer : exact) {
      Arrays.fill(layer, Costs.NONE);
    }
    Arrays.fill(within[0], Costs.NONE);
  }

  /** The table of the least costs from these ends, for up to so many hops. */
  static ReachTable of(InnerGraph inner, EndPairs endPairs, List<End> from, int hops) {
    ReachTable table = new ReachTable(inner, hops);
    for (End end : from) {
      table.start(end, endPairs.arcs(end));
    }
    for (int hop = 1; hop <= hops; hop++) {
      table.extend(hop);
    }
    return table;
  }

  /** The least cost of reaching an inner node within so many hops. */
  long within(int hops, int node) {
    int index = inner.index(node);
    return index < 0 || hops < 1 ? Costs.NONE : within[Math.min(hops, within.length - 1)][index];
  }

  /** The least cost of any walk of exactly so many hops. */
  long leastOf(int hops) {
    return Arrays.stream(exact[hops]).min().orElse(Costs.NONE);
  }

  /** The hops from an inner node to other inner nodes. */
  Arcs inner(int node) {
    int index = inner.index(node);
    return index < 0 ? Arcs.NONE : inner.arcs(index);
  }

  private void start(End end, Arcs hops) {
    for (int i = 0; i < hops.size(); i++) {
      int index = inner.index(hops.node(i));
      if (index >= 0) {
        exact[1][index] = Math.min(exact[1][index], end.cost() + hops.cost(i));
      }
    }
  }

  private void extend(int hop) {
    for (int index = 0; index < inner.size(); index++) {
      long best = hop == 1 ? exact[1][index] : least(index, exact[hop - 1]);
      exact[hop][index] = best;
      within[hop][index] = Math.min(within[hop - 1][index], best);
    }
  }

  private long least(int index, long[] before) {
    Arcs hops = inner.arcs(index);
    long best = Costs.NONE;
    for (int i = 0; i < hops.size(); i++) {
      best = Math.min(best, before[inner.indexOfHop(index, i)] + hops.cost(i));
    }
    return best;
  }
}
