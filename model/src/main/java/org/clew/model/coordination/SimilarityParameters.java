package org.clew.model.coordination;

/**
 * How accounts are compared whatever the time.
 *
 * @param minActions accounts with fewer rows are left out
 * @param minShared pairs with fewer artifacts in common are dropped
 * @param minSimilarity pairs with a smaller cosine are dropped
 * @param maxRowsPerArtifact artifacts with more rows are left out and named; 0 for no limit
 */
public record SimilarityParameters(
    int minActions, int minShared, double minSimilarity, int maxRowsPerArtifact) {
  /** Checks the ranges. */
  public SimilarityParameters {
    if (minShared < 1 || maxRowsPerArtifact < 0) {
      throw new IllegalArgumentException("At least one artifact must be shared.");
    }
    if (!(minSimilarity >= 0 && minSimilarity <= 1)) {
      throw new IllegalArgumentException("A similarity lies between 0 and 1.");
    }
  }

  /** Ten actions, two artifacts, any similarity, no limit. */
  public static SimilarityParameters defaults() {
    return new SimilarityParameters(10, 2, 0, 0);
  }
}
