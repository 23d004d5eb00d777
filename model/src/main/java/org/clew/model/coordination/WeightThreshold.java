package org.clew.model.coordination;

import java.util.Arrays;

/**
 * Keeps the heaviest edges by a quantile of their weights, as other tools do. It is there to
 * compare with them; significance is the better judge.
 *
 * @param quantile from 0 to 1
 * @param inclusive whether an edge at the quantile itself is kept
 */
public record WeightThreshold(double quantile, boolean inclusive) {
  /** Checks the range. */
  public WeightThreshold {
    if (!(quantile >= 0 && quantile <= 1)) {
      throw new IllegalArgumentException("A quantile lies between 0 and 1.");
    }
  }

  /** CooRTweet's rule: weight above the quantile (its default: 0.5). */
  public static WeightThreshold coorTweet(double quantile) {
    return new WeightThreshold(quantile, false);
  }

  /** CooRnet's rule: weight at or above the quantile. */
  public static WeightThreshold coorNet(double quantile) {
    return new WeightThreshold(quantile, true);
  }

  /** The weight at the quantile: type 7 of Hyndman and Fan (1996), R's default; NaN if no edges. */
  public double value(EdgeList edges) {
    double[] sorted = edges.weight.clone();
    Arrays.sort(sorted);
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = quantile * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }

  /** The edges that pass. */
  public EdgeList apply(EdgeList edges) {
    double value = value(edges);
    return edges.where(
        edge -> inclusive ? edges.weight[edge] >= value : edges.weight[edge] > value);
  }
}
