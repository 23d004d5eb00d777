package org.clew.model.coordination;

/** How rare an artifact is. */
final class Idf {
  private Idf() {}

  /** ln((1+n)/(1+df)) + 1. */
  static double of(int accounts, int sharing) {
    return StrictMath.log((1.0 + accounts) / (1.0 + sharing)) + 1;
  }
}
