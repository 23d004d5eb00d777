package org.clew.model.attribution;

import java.util.function.IntToDoubleFunction;

/**
 * Tails of the number of successes of independent trials that each have a probability of their own.
 * By convolution, exact to rounding: only positive numbers are added, so small tails are precise.
 */
final class PoissonBinomial {
  private PoissonBinomial() {}

  /** P(X ≥ x). */
  static double atLeast(int trials, IntToDoubleFunction probability, int x) {
    if (x <= 0) {
      return 1;
    }
    double[] distribution = distribution(trials, probability, x, true);
    return Math.min(1, distribution[x]);
  }

  /** P(X ≤ x). */
  static double atMost(int trials, IntToDoubleFunction probability, int x) {
    double sum = 0;
    for (double each : distribution(trials, probability, x, false)) {
      sum += each;
    }
    return Math.min(1, sum);
  }

  /** P(X = 0) … P(X = x); of the last the whole tail where it absorbs. */
  private static double[] distribution(
      int trials, IntToDoubleFunction probability, int x, boolean absorbing) {
    double[] distribution = new double[x + 1];
    distribution[0] = 1;
    int top = 0;
    for (int trial = 0; trial < trials; trial++) {
      double p = probability.applyAsDouble(trial);
      if (top < x) {
        top++;
      }
      double stays = absorbing && top == x ? distribution[top] : distribution[top] * (1 - p);
      distribution[top] = stays + distribution[top - (top > 0 ? 1 : 0)] * (top > 0 ? p : 0);
      for (int i = top - 1; i > 0; i--) {
        distribution[i] = distribution[i] * (1 - p) + distribution[i - 1] * p;
      }
      if (top > 0) {
        distribution[0] *= 1 - p;
      }
    }
    return distribution;
  }
}
