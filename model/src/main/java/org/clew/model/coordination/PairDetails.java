package org.clew.model.coordination;

import java.util.Arrays;

/** What {@link WeightMode#PAIRS} says of each edge beside its weight; indexed like the edges. */
public final class PairDetails {
  private final double[] distance;
  private final double[] pairs;
  private final double[] older;
  private final double[] newer;

  private PairDetails(double[] distance, double[] pairs, double[] older, double[] newer) {
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
    return (int) older[edge];
  }

  /** Distinct posts that are the newer of a pair. */
  public int newerPosts(int edge) {
    return (int) newer[edge];
  }

  /** The smaller of the two over the larger: 1 when as many posts led as followed. */
  public double symmetry(int edge) {
    return Math.min(older[edge], newer[edge]) / Math.max(older[edge], newer[edge]);
  }

  static PairDetails of(EdgeBuffer edges) {
    return new PairDetails(
        edges.values[PairScan.DISTANCE],
        edges.values[PairScan.PAIRS],
        edges.values[PairScan.OLDER],
        edges.values[PairScan.NEWER]);
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
