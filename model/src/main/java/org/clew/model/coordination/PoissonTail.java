package org.clew.model.coordination;

/** The upper tail of the Poisson distribution, precise for small probabilities. */
final class PoissonTail {
  private static final double NEGLIGIBLE = 1e-17;

  private PoissonTail() {}

  /** P(X ≥ least) for X ~ Poisson(mean). */
  static double atLeast(int least, double mean) {
    if (least <= 0) {
      return 1;
    }
    if (mean <= 0) {
      return 0;
    }
    return mean < least ? upperSum(least, mean) : 1 - lowerSum(least - 1, mean);
  }

  private static double upperSum(int least, double mean) {
    double term = 1;
    double sum = 1;
    for (int k = least + 1; term > sum * NEGLIGIBLE; k++) {
      term *= mean / k;
      sum += term;
    }
    return Math.min(1, sum * probability(least, mean));
  }

  private static double lowerSum(int most, double mean) {
    double term = 1;
    double sum = 1;
    for (int k = most; k > 0 && term > sum * NEGLIGIBLE; k--) {
      term *= k / mean;
      sum += term;
    }
    return Math.min(1, sum * probability(most, mean));
  }

  private static double probability(int k, double mean) {
    return StrictMath.exp(k * StrictMath.log(mean) - mean - LogFactorial.of(k));
  }
}
