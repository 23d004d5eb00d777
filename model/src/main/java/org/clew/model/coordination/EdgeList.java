package org.clew.model.coordination;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Weighted edges between accounts in columns, by their first, then their second account. Undirected
 * edges have the smaller account first. Weights that count are whole numbers.
 */
public final class EdgeList {
  final int[] from;
  final int[] to;
  final double[] weight;

  EdgeList(int[] from, int[] to, double[] weight) {
    this.from = from;
    this.to = to;
    this.weight = weight;
  }

  /** How many edges. */
  public int size() {
    return from.length;
  }

  /** An edge's first account. */
  public int from(int edge) {
    return from[edge];
  }

  /** An edge's second account. */
  public int to(int edge) {
    return to[edge];
  }

  /** An edge's weight. */
  public double weight(int edge) {
    return weight[edge];
  }

  /** The sum of all weights. */
  public double totalWeight() {
    return Arrays.stream(weight).sum();
  }

  /** How many accounts have an edge. */
  public int accounts() {
    int largest = -1;
    for (int edge = 0; edge < size(); edge++) {
      largest = Math.max(largest, Math.max(from[edge], to[edge]));
    }
    boolean[] seen = new boolean[largest + 1];
    int count = 0;
    for (int edge = 0; edge < size(); edge++) {
      count += (seen[from[edge]] ? 0 : 1);
      seen[from[edge]] = true;
      count += (seen[to[edge]] ? 0 : 1);
      seen[to[edge]] = true;
    }
    return count;
  }

  /** The edges whose number passes, in their order. */
  public EdgeList where(IntPredicate condition) {
    int[] chosen = Rows.where(size(), condition);
    int[] newFrom = new int[chosen.length];
    int[] newTo = new int[chosen.length];
    double[] newWeight = new double[chosen.length];
    for (int i = 0; i < chosen.length; i++) {
      newFrom[i] = from[chosen[i]];
      newTo[i] = to[chosen[i]];
      newWeight[i] = weight[chosen[i]];
    }
    return new EdgeList(newFrom, newTo, newWeight);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof EdgeList that
        && Arrays.equals(from, that.from)
        && Arrays.equals(to, that.to)
        && Arrays.equals(weight, that.weight);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * Arrays.hashCode(from) + Arrays.hashCode(to)) + Arrays.hashCode(weight);
  }

  @Override
  public String toString() {
    return size() + " edges";
  }
}
