package org.clew.model.trace;

import java.util.Arrays;
import java.util.stream.IntStream;

/** Sums by node: the innermost loop of a trace adds to it. */
final class NodeWeights {
  private final NodeIndex nodes = new NodeIndex();
  private double[] sums = new double[64];

  /** Adds to the sum of a node. */
  void add(int node, double weight) {
    int index = nodes.add(node);
    if (index == sums.length) {
      sums = Arrays.copyOf(sums, 2 * index);
    }
    sums[index] += weight;
  }

  /** The sum of a node, 0 where nothing was added. */
  double get(int node) {
    int index = nodes.of(node);
    return index == NodeIndex.NONE ? 0 : sums[index];
  }

  /** The nodes with at least that sum, by ascending number. */
  int[] atLeast(double least) {
    return IntStream.range(0, nodes.size())
        .filter(index -> sums[index] >= least)
        .map(nodes::node)
        .sorted()
        .toArray();
  }
}
