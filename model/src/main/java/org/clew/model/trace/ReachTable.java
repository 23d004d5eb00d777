package org.clew.model.trace;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Hop-layered dynamic programme over what was explored: the least cost of a walk of so many hops
 * from an end to each inner node. A walk may repeat nodes, so it is never dearer than the best path
 * and serves as the estimate of the search.
 */
final class ReachTable {
  private final InnerGraph inner;
  private final long[][] exact;
  private final long[][] within;

  private record Owned(int owner, int node) {}

  private ReachTable(InnerGraph inner, int hops) {
    this.inner = inner;
    this.exact = new long[hops + 1][inner.size()];
    this.within = new long[hops + 1][];
    for (long[] layer : exact) {
      Arrays.fill(layer, Costs.NONE);
    }
    within[0] = exact[0];
  }

  /**
   * The table of the least costs from these ends, for up to so many hops, at least 1. No walk
   * begins with a hop between two assets of one owner, since no chain has it.
   */
  static ReachTable of(InnerGraph inner, EndPairs endPairs, List<End> from, int hops) {
    ReachTable table = new ReachTable(inner, hops);
    Set<Owned> owned = new HashSet<>();
    from.forEach(end -> owned.add(new Owned(end.owner(), end.node())));
    for (End end : from) {
      table.start(end, endPairs.arcs(end), owned);
    }
    table.within[1] = table.exact[1];
    for (int hop = 2; hop <= hops; hop++) {
      table.extend(hop);
    }
    return table;
  }

  /** The graph it is about. */
  InnerGraph inner() {
    return inner;
  }

  /** Of how many hops the longest walks are. */
  int hops() {
    return exact.length - 1;
  }

  /** The least cost of reaching the node of an index within so many hops. */
  long within(int hops, int index) {
    return index == NodeIndex.NONE || hops < 1
        ? Costs.NONE
        : within[Math.min(hops, within.length - 1)][index];
  }

  /** The least cost of any walk of exactly so many hops. */
  long leastOf(int hops) {
    return Arrays.stream(exact[hops]).min().orElse(Costs.NONE);
  }

  /**
   * The least cost of a walk that goes over a hop not known yet, from these ends to those of
   * another table for the same number of hops; {@link Costs#NONE} where none can be short enough.
   */
  long leastToUnread(ReachTable opposite) {
    long least = Costs.NONE;
    for (int hops = 1; hops < hops() - 1; hops++) {
      long here = leastToUnexpanded(hops);
      for (int rest = 1; here < Costs.NONE && hops + 1 + rest <= hops(); rest++) {
        least = Math.min(least, here + Costs.LEAST_HOP + opposite.leastToUnexpanded(rest));
      }
    }
    return least;
  }

  /**
   * The least cost of any walk of exactly so many hops to a node of which not all hops are known.
   */
  private long leastToUnexpanded(int hops) {
    long least = Costs.NONE;
    for (int index = 0; index < exact[hops].length; index++) {
      if (exact[hops][index] < least && !inner.isExpanded(index)) {
        least = exact[hops][index];
      }
    }
    return least;
  }

  private void start(End end, Arcs hops, Set<Owned> owned) {
    for (int i = 0; i < hops.size(); i++) {
      int index = inner.index(hops.node(i));
      if (index != NodeIndex.NONE
          && inner.isPassable(index)
          && !owned.contains(new Owned(end.owner(), hops.node(i)))) {
        exact[1][index] = Math.min(exact[1][index], end.cost() + hops.cost(i));
      }
    }
  }

  private void extend(int hop) {
    long[] before = exact[hop - 1];
    long[] reached = exact[hop];
    for (int index = 0; index < before.length; index++) {
      if (before[index] < Costs.NONE) {
        extend(index, before[index], reached);
      }
    }
    within[hop] = within[hop - 1].clone();
    for (int index = 0; index < reached.length; index++) {
      within[hop][index] = Math.min(within[hop][index], reached[index]);
    }
  }

  private void extend(int from, long cost, long[] reached) {
    for (int hop = 0; hop < inner.hops(from); hop++) {
      int to = inner.to(from, hop);
      if (inner.isPassable(to)) {
        reached[to] = Math.min(reached[to], cost + inner.cost(from, hop));
      }
    }
  }
}
