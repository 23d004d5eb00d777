package org.clew.model.trace;

import java.util.Arrays;

/**
 * The nodes a trace has met, by the order in which it met them, and the hops between them, each
 * known from either of its ends as soon as one of them is expanded.
 */
final class InnerGraph {
  private static final int[] NO_HOPS = {};
  private static final long[] NO_COSTS = {};

  private final NodeIndex nodes = new NodeIndex();
  private boolean[] passable = new boolean[64];
  private boolean[] expanded = new boolean[64];
  private int[] sizes = new int[64];
  private int[][] to = new int[64][];
  private long[][] costs = new long[64][];

  /** How many nodes there are. */
  int size() {
    return nodes.size();
  }

  /** The index of a node, {@link NodeIndex#NONE} where it was not met. */
  int index(int node) {
    return nodes.of(node);
  }

  /** The node of an index. */
  int node(int index) {
    return nodes.node(index);
  }

  /** The index of a node that was met now or before. */
  int meet(int node) {
    int index = nodes.add(node);
    if (index == sizes.length) {
      grow();
    }
    if (to[index] == null) {
      to[index] = NO_HOPS;
      costs[index] = NO_COSTS;
    }
    return index;
  }

  /** Notes that chains may pass through the node of an index. */
  void open(int index) {
    passable[index] = true;
  }

  /** Whether chains may pass through the node of an index. */
  boolean isPassable(int index) {
    return passable[index];
  }

  /** Whether all hops from the node of an index are known, not only those to expanded nodes. */
  boolean isExpanded(int index) {
    return expanded[index];
  }

  /**
   * Adds all hops from the node of an index; both sides may come to it, the second adds nothing.
   */
  void expand(int index, Arcs arcs) {
    if (expanded[index]) {
      return;
    }
    expanded[index] = true;
    int[] own = new int[arcs.size()];
    long[] ownCosts = new long[arcs.size()];
    for (int i = 0; i < own.length; i++) {
      own[i] = meet(arcs.node(i));
      ownCosts[i] = arcs.cost(i);
      if (!expanded[own[i]]) {
        add(own[i], index, ownCosts[i]);
      }
    }
    to[index] = own;
    costs[index] = ownCosts;
    sizes[index] = own.length;
  }

  /** How many hops lead from the node of an index. */
  int hops(int index) {
    return sizes[index];
  }

  /** The index of the node to which one of its hops leads. */
  int to(int index, int hop) {
    return to[index][hop];
  }

  /** What that hop costs. */
  long cost(int index, int hop) {
    return costs[index][hop];
  }

  private void add(int index, int other, long cost) {
    if (sizes[index] == to[index].length) {
      int more = 4 + 2 * sizes[index];
      to[index] = Arrays.copyOf(to[index], more);
      costs[index] = Arrays.copyOf(costs[index], more);
    }
    to[index][sizes[index]] = other;
    costs[index][sizes[index]++] = cost;
  }

  private void grow() {
    int more = 2 * sizes.length;
    passable = Arrays.copyOf(passable, more);
    expanded = Arrays.copyOf(expanded, more);
    sizes = Arrays.copyOf(sizes, more);
    to = Arrays.copyOf(to, more);
    costs = Arrays.copyOf(costs, more);
  }
}
