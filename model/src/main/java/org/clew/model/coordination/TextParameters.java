package org.clew.model.coordination;

/**
 * When texts count as nearly the same.
 *
 * @param shingleTokens length of the runs of tokens that are compared
 * @param minJaccard least share of runs in common
 * @param bands how many chances two texts have to become candidates
 * @param rowsPerBand how many hashes must agree for that
 * @param seed of the hashes
 */
public record TextParameters(
    int shingleTokens, double minJaccard, int bands, int rowsPerBand, long seed) {
  /** Checks the ranges. */
  public TextParameters {
    if (shingleTokens < 1 || bands < 1 || rowsPerBand < 1) {
      throw new IllegalArgumentException("Shingles, bands and rows are at least one.");
    }
    if (!(minJaccard > 0 && minJaccard <= 1)) {
      throw new IllegalArgumentException("The least similarity lies above 0 and up to 1.");
    }
  }

  /**
   * Runs of five tokens, Jaccard 0.8, 32 bands of 4: a pair at 0.8 is missed once in twenty million
   * times.
   */
  public static TextParameters defaults() {
    return new TextParameters(5, 0.8, 32, 4, 1);
  }
}
