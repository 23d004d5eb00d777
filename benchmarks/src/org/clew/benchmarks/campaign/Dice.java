package org.clew.benchmarks.campaign;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that comes out the same for the same seed. */
final class Dice {
  private final SplittableRandom random;

  Dice(long seed) {
    random = new SplittableRandom(seed);
  }

  /** True once in so many throws; the odds are between 0 and 1. */
  boolean once(double odds) {
    return random.nextDouble() < odds;
  }

  /** A number below the bound, all alike. */
  int below(int bound) {
    return random.nextInt(bound);
  }

  /** A number below the bound by Zipf's law with exponent 1: the k-th is 1/k as likely. */
  int skewed(int bound) {
    return (int) Math.min(bound - 1, Math.exp(random.nextDouble() * Math.log(bound + 1.0)) - 1);
  }

  <T> T of(List<T> choices) {
    return choices.get(below(choices.size()));
  }
}
