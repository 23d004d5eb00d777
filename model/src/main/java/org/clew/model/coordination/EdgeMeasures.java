package org.clew.model.coordination;

import java.util.Arrays;

/** What is known of the edges of a list beside their weight, indexed like them. */
public final class EdgeMeasures {
  private final double[] meanDelay;
  private final double[] symmetry;
  private final double[] p;
  private final double[] q;
  private final boolean[] kept;

  EdgeMeasures(int edges) {
    meanDelay = unknown(edges);
    symmetry = unknown(edges);
    p = unknown(edges);
    q = unknown(edges);
    kept = new boolean[edges];
  }

  private static double[] unknown(int edges) {
    double[] column = new double[edges];
    Arrays.fill(column, Double.NaN);
    return column;
  }

  void time(int edge, double meanSecondsApart, double evenness) {
    meanDelay[edge] = meanSecondsApart;
    symmetry[edge] = evenness;
  }

  void test(int edge, double chance, double falseShare) {
    p[edge] = chance;
    q[edge] = falseShare;
  }

  void keep(int edge) {
    kept[edge] = true;
  }

  /** Mean distance in time of the pairs of acts, in seconds; NaN when time-free. */
  public double meanDelaySeconds(int edge) {
    return meanDelay[edge];
  }

  /**
   * The acts that are the older of a pair over those that are the newer, the smaller on top; NaN
   * when time-free.
   */
  public double symmetry(int edge) {
    return symmetry[edge];
  }

  /** The chance to share as much or more; NaN where it was not tested. */
  public double p(int edge) {
    return p[edge];
  }

  /** The share of false edges among those up to this p; NaN where it was not tested. */
  public double q(int edge) {
    return q[edge];
  }

  /** Whether the edge went into clusters. */
  public boolean isKept(int edge) {
    return kept[edge];
  }
}
