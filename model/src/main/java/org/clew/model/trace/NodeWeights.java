package org.clew.model.trace;

import java.util.Arrays;

/** Sums by node, in open addressing: the innermost loop of a trace adds to it. */
final class NodeWeights {
  private static final int FREE = -1;
  private static final int SPREAD = 0x9E3779B9;

  private int[] nodes = new int[64];
  private double[] sums = new double[64];
  private int size;

  NodeWeights() {
    Arrays.fill(nodes, FREE);
  }

  /** Adds to the sum of a node. */
  void add(int node, double weight) {
    int slot = slot(node);
    if (nodes[slot] == FREE) {
      nodes[slot] = node;
      if (2 * ++size > nodes.length) {
        grow();
        slot = slot(node);
      }
    }
    sums[slot] += weight;
  }

  /** The sum of a node, 0 where nothing was added. */
  double get(int node) {
    return sums[slot(node)];
  }

  /** The nodes with at least that sum, by ascending number. */
  int[] atLeast(double least) {
    int[] found = new int[size];
    int count = 0;
    for (int slot = 0; slot < nodes.length; slot++) {
      if (nodes[slot] != FREE && sums[slot] >= least) {
        found[count++] = nodes[slot];
      }
    }
    Arrays.sort(found, 0, count);
    return Arrays.copyOf(found, count);
  }

  private int slot(int node) {
    int mask = nodes.length - 1;
    int slot = ((node * SPREAD) >>> 8) & mask;
    while (nodes[slot] != FREE && nodes[slot] != node) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    int[] oldNodes = nodes;
    double[] oldSums = sums;
    nodes = new int[2 * oldNodes.length];
    sums = new double[nodes.length];
    Arrays.fill(nodes, FREE);
    for (int i = 0; i < oldNodes.length; i++) {
      if (oldNodes[i] != FREE) {
        int slot = slot(oldNodes[i]);
        nodes[slot] = oldNodes[i];
        sums[slot] = oldSums[i];
      }
    }
  }
}
