package org.clew.model.coordination;

import java.util.Arrays;

/** What {@link WeightMode#PAIRS} says of each edge beside its weight; indexed like the edges. */
public final class PairDetails {
  private final double[] distance;
  private final double[] pairs;
  private final int[] older;
  private final int[] newer;

  private PairDetails(double[] distance, double[] pairs, int[] older, int[] newer) {
    this.distance = distance;
    this.pairs = pairs;
    this.older = older;
    this.newer = newer;
  }

  /** Mean distance in time of an edge's pairs, in seconds. */
  public double meanSecondsApart(int edge) {
    return distance[edge] / pairs[edge];
  }

  /** Distinct posts that are the older of a pair. */
  public int olderPosts(int edge) {
    return older[edge];
  }

  /** Distinct posts that are the newer of a pair. */
  public int newerPosts(int edge) {
    return newer[edge];
  }

  /** The smaller of the two over the larger: 1 when as many posts led as followed. */
  public double symmetry(int edge) {
    return (double) Math.min(older[edge], newer[edge]) / Math.max(older[edge], newer[edge]);
  }

  /** Joins both directions of each edge into one, the smaller account first. */
  static CoActionResult join(
      CoActionParameters parameters, EdgeBuffer directed, int accounts, RowSelection selection) {
    int[] firstOf = new int[accounts + 1];
    for (int edge = 0; edge < directed.size; edge++) {
      firstOf[directed.from[edge] + 1]++;
    }
    for (int account = 0; account < accounts; account++) {
      firstOf[account + 1] += firstOf[account];
    }
    int size = directed.size / 2;
    int[] from = new int[size];
    int[] to = new int[size];
    double[] weight = new double[size];
    double[] distance = new double[size];
    int[] older = new int[size];
    int[] newer = new int[size];
    int edge = 0;
    for (int there = 0; there < directed.size; there++) {
      if (directed.from[there] < directed.to[there]) {
        int back = firstOf[directed.to[there]]++;
        from[edge] = directed.from[there];
        to[edge] = directed.to[there];
        weight[edge] = directed.values[PairScan.PAIRS][there];
        distance[edge] = directed.values[PairScan.DISTANCE][there];
        older[edge] = sum(directed.values[PairScan.OLDER], there, back);
        newer[edge] = sum(directed.values[PairScan.NEWER], there, back);
        edge++;
      }
    }
    return new CoActionResult(
        parameters,
        new EdgeList(from, to, weight),
        new PairDetails(distance, weight, older, newer),
        selection.capped);
  }

  private static int sum(double[] column, int there, int back) {
    return (int) (column[there] + column[back]);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PairDetails that
        && Arrays.equals(distance, that.distance)
        && Arrays.equals(pairs, that.pairs)
        && Arrays.equals(older, that.older)
        && Arrays.equals(newer, that.newer);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(distance) + Arrays.hashCode(older);
  }
}
