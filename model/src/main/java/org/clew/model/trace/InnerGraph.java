package org.clew.model.trace;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The nodes a chain may pass through, as far as explored, and the hops between them. */
final class InnerGraph {
  private final int[] nodes;
  private final Arcs[] arcs;
  private final int[][] inward;

  private InnerGraph(int[] nodes, Arcs[] arcs) {
    this.nodes = nodes;
    this.arcs = arcs;
    this.inward = Arrays.stream(arcs).map(this::indexes).toArray(int[][]::new);
  }

  static InnerGraph of(Exploration explored, Neighbourhood neighbourhood) {
    Set<Integer> met = new TreeSet<>(explored.expanded().keySet());
    met.addAll(explored.fromStarts().keySet());
    met.addAll(explored.toTargets().keySet());
    met.removeIf(node -> !neighbourhood.isPassable(node));
    int[] nodes = met.stream().mapToInt(Integer::intValue).toArray();
    Map<Integer, Arcs> expanded = explored.expanded();
    return new InnerGraph(nodes, InnerArcs.of(nodes, expanded));
  }

  /** How many nodes there are. */
  int size() {
    return nodes.length;
  }

  /** The index of a node, negative where no chain may pass through it. */
  int index(int node) {
    return Arrays.binarySearch(nodes, node);
  }

  /** The hops from the node of that index. */
  Arcs arcs(int index) {
    return arcs[index];
  }

  /** The index of the node to which one of its hops leads. */
  int indexOfHop(int index, int hop) {
    return inward[index][hop];
  }

  private int[] indexes(Arcs hops) {
    int[] indexes = new int[hops.size()];
    for (int i = 0; i < indexes.length; i++) {
      indexes[i] = index(hops.node(i));
    }
    return indexes;
  }
}
