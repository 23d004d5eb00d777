package org.clew.model.trace;

import java.util.Arrays;

/** Numbers nodes from 0 in the order in which they come, in open addressing. */
final class NodeIndex {
  /** The index of a node that was not added. */
  static final int NONE = -1;

  private static final int LEAST = 64;
  private static final int SPREAD = 0x9E3779B9;

  private int[] slots = empty(2 * LEAST);
  private int[] nodes = new int[LEAST];
  private int size;

  int size() {
    return size;
  }

  /** The node of an index. */
  int node(int index) {
    return nodes[index];
  }

  /** The index of a node, {@link #NONE} where it was not added. */
  int of(int node) {
    return slots[slot(node)];
  }

  /** The index of a node, which is the next one where it is new. */
  int add(int node) {
    int slot = slot(node);
    if (slots[slot] != NONE) {
      return slots[slot];
    }
    if (size == nodes.length) {
      grow();
      slot = slot(node);
    }
    slots[slot] = size;
    nodes[size] = node;
    return size++;
  }

  private int slot(int node) {
    int mask = slots.length - 1;
    int slot = ((node * SPREAD) >>> 8) & mask;
    while (slots[slot] != NONE && nodes[slots[slot]] != node) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    nodes = Arrays.copyOf(nodes, 2 * size);
    slots = empty(4 * size);
    for (int index = 0; index < size; index++) {
      slots[slot(nodes[index])] = index;
    }
  }

  private static int[] empty(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, NONE);
    return slots;
  }
}
