package org.clew.model.coordination;

import java.util.Arrays;

/** Sets of numbers that are joined; the smallest number of a set stands for it. */
final class DisjointSets {
  private final int[] parent;

  DisjointSets(int size) {
    parent = new int[size];
    Arrays.setAll(parent, number -> number);
  }

  int find(int number) {
    int root = number;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  void join(int one, int two) {
    int first = find(one);
    int second = find(two);
    parent[Math.max(first, second)] = Math.min(first, second);
  }
}
