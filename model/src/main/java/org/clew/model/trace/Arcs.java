package org.clew.model.trace;

import java.util.Arrays;

/** The nodes one hop leads to, by ascending number, and what the hop to each costs. */
final class Arcs {
  static final Arcs NONE = new Arcs(new int[0], new long[0]);

  private final int[] nodes;
  private final long[] costs;

  Arcs(int[] nodes, long[] costs) {
    this.nodes = nodes;
    this.costs = costs;
  }

  int size() {
    return nodes.length;
  }

  int node(int index) {
    return nodes[index];
  }

  long cost(int index) {
    return costs[index];
  }

  /** The cost of the hop to a node, {@link Costs#NONE} where there is none. */
  long to(int node) {
    int found = Arrays.binarySearch(nodes, node);
    return found < 0 ? Costs.NONE : costs[found];
  }
}
