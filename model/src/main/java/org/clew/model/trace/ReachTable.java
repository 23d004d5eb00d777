package org.clew.model.trace;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hop-layered dynamic programme over what was explored: the least cost of a walk of so many hops
 * from an end to each inner node. A walk may repeat nodes, so it is never dearer than the best path
 * and serves as the estimate of the search.
 */
final class ReachTable {
  private final int[] nodes;
  private final Arcs[] arcs;
  private final long[][] exact;
  private final long[][] within;

  private ReachTable(int[] nodes, Arcs[] arcs, int hops) {
    this.nodes = nodes;
    this.arcs = arcs;
    this.exact = new long[hops + 1][nodes.length];
    this.within = new long[hops + 1][nodes.length];
  }

  /** The table of the least costs from these ends, for up to so many hops. */
  static ReachTable of(
      Exploration explored, Neighbourhood neighbourhood, List<End> from, int hops) {
    int[] nodes = innerNodes(explored, neighbourhood);
    ReachTable table = new ReachTable(nodes, InnerArcs.of(nodes, explored.expanded()), hops);
    for (long[] layer : table.exact) {
      Arrays.fill(layer, Costs.NONE);
    }
    Arrays.fill(table.within[0], Costs.NONE);
    for (End end : from) {
      table.start(end, neighbourhood.arcs(end.node(), end.window()));
    }
    for (int hop = 1; hop <= hops; hop++) {
      table.extend(hop);
    }
    return table;
  }

  /** The least cost of reaching an inner node within so many hops. */
  long within(int hops, int node) {
    int index = Arrays.binarySearch(nodes, node);
    return index < 0 || hops < 1 ? Costs.NONE : within[Math.min(hops, within.length - 1)][index];
  }

  /** The least cost of any walk of exactly so many hops. */
  long leastOf(int hops) {
    return Arrays.stream(exact[hops]).min().orElse(Costs.NONE);
  }

  /** The hops from an inner node to other inner nodes. */
  Arcs inner(int node) {
    int index = Arrays.binarySearch(nodes, node);
    return index < 0 ? Arcs.NONE : arcs[index];
  }

  /** Whether a chain may pass through a node. */
  boolean isInner(int node) {
    return Arrays.binarySearch(nodes, node) >= 0;
  }

  private void start(End end, Arcs hops) {
    for (int i = 0; i < hops.size(); i++) {
      int index = Arrays.binarySearch(nodes, hops.node(i));
      if (index >= 0) {
        exact[1][index] = Math.min(exact[1][index], end.cost() + hops.cost(i));
      }
    }
  }

  private void extend(int hop) {
    for (int index = 0; index < nodes.length; index++) {
      long best = exact[hop][index];
      if (hop > 1) {
        Arcs hops = arcs[index];
        for (int i = 0; i < hops.size(); i++) {
          int other = Arrays.binarySearch(nodes, hops.node(i));
          best = Math.min(best, exact[hop - 1][other] + hops.cost(i));
        }
        best = Math.min(best, Costs.NONE);
      }
      exact[hop][index] = best;
      within[hop][index] = Math.min(within[hop - 1][index], best);
    }
  }

  private static int[] innerNodes(Exploration explored, Neighbourhood neighbourhood) {
    Set<Integer> met = new TreeSet<>(explored.expanded().keySet());
    met.addAll(explored.fromStarts().keySet());
    met.addAll(explored.toTargets().keySet());
    met.removeIf(node -> !neighbourhood.isPassable(node));
    return met.stream().mapToInt(Integer::intValue).toArray();
  }
}
