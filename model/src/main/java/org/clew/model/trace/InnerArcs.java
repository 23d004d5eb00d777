package org.clew.model.trace;

import java.util.Arrays;
import java.util.Map;

/** The hops between inner nodes, known from either of their two ends. */
final class InnerArcs {
  private final int[] nodes;
  private final int[] sizes;
  private final int[][] to;
  private final long[][] costs;

  private InnerArcs(int[] nodes) {
    this.nodes = nodes;
    this.sizes = new int[nodes.length];
    this.to = new int[nodes.length][4];
    this.costs = new long[nodes.length][4];
  }

  /** For each of the nodes, which are sorted, its hops to others of them. */
  static Arcs[] of(int[] nodes, Map<Integer, Arcs> expanded) {
    InnerArcs inner = new InnerArcs(nodes);
    for (int from = 0; from < nodes.length; from++) {
      Arcs arcs = expanded.getOrDefault(nodes[from], Arcs.NONE);
      for (int i = 0; i < arcs.size(); i++) {
        int other = Arrays.binarySearch(nodes, arcs.node(i));
        if (other >= 0) {
          inner.add(from, arcs.node(i), arcs.cost(i));
          if (!expanded.containsKey(arcs.node(i))) {
            inner.add(other, nodes[from], arcs.cost(i));
          }
        }
      }
    }
    return inner.all();
  }

  private void add(int from, int node, long cost) {
    if (sizes[from] == to[from].length) {
      to[from] = Arrays.copyOf(to[from], 2 * sizes[from]);
      costs[from] = Arrays.copyOf(costs[from], 2 * sizes[from]);
    }
    to[from][sizes[from]] = node;
    costs[from][sizes[from]++] = cost;
  }

  /** Nodes are visited in ascending order, so that the reverse hops of one come sorted too. */
  private Arcs[] all() {
    Arcs[] all = new Arcs[nodes.length];
    for (int i = 0; i < nodes.length; i++) {
      all[i] = new Arcs(Arrays.copyOf(to[i], sizes[i]), Arrays.copyOf(costs[i], sizes[i]));
    }
    return all;
  }
}
