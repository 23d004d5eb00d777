package org.clew.model.attribution;

import java.util.Arrays;
import java.util.Comparator;

/** The false discovery rate of Benjamini and Hochberg (1995). */
final class BenjaminiHochberg {
  private BenjaminiHochberg() {}

  /** q of each p: the least rate at which it is still found. */
  static double[] q(double[] p) {
    Integer[] order = new Integer[p.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> p[i]));
    double[] q = new double[p.length];
    double least = 1;
    for (int rank = p.length; rank > 0; rank--) {
      int index = order[rank - 1];
      least = Math.min(least, p[index] * p.length / rank);
      q[index] = least;
    }
    return q;
  }
}
