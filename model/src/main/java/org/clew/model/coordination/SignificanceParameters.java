package org.clew.model.coordination;

/**
 * How the test against chance is done.
 *
 * @param windowSeconds the largest distance in time, inclusive; {@link
 *     CoActionParameters#NO_WINDOW} for none
 * @param binSeconds length of a bin, within which the null model permutes account labels; {@link
 *     CoActionParameters#NO_WINDOW} for one bin
 * @param minParticipation accounts with fewer rows are left out
 * @param minShared pairs with fewer artifacts in common are not tested
 * @param permutations how many permutations the false discovery rate is estimated from
 * @param seed of the permutations
 * @param maxQ edges up to this q are kept
 * @param maxRowsPerArtifact artifacts with more rows are left out and named; 0 for no limit
 */
public record SignificanceParameters(
    long windowSeconds,
    long binSeconds,
    int minParticipation,
    int minShared,
    int permutations,
    long seed,
    double maxQ,
    int maxRowsPerArtifact) {
  private static final long DAY = 86_400;
  private static final int ENOUGH_ACTIONS = 10;

  /** Checks the ranges. */
  public SignificanceParameters {
    if (windowSeconds < 0 || binSeconds < 1) {
      throw new IllegalArgumentException("A window is 0 seconds or more, a bin at least one.");
    }
    if (minShared < 1 || permutations < 1 || maxRowsPerArtifact < 0) {
      throw new IllegalArgumentException(
          "The test needs at least one shared artifact and one permutation.");
    }
    if (!(maxQ >= 0 && maxQ <= 1)) {
      throw new IllegalArgumentException("The largest q lies between 0 and 1.");
    }
  }

  /** Co-action within a window: bins of a day, two artifacts, 100 permutations, q ≤ 0.01. */
  public static SignificanceParameters windowed(long windowSeconds) {
    return new SignificanceParameters(windowSeconds, DAY, 2, 2, 100, 1, 0.01, 0);
  }

  /** Similarity whatever the time: one bin, no window, accounts with ten actions. */
  public static SignificanceParameters timeFree() {
    return new SignificanceParameters(
        CoActionParameters.NO_WINDOW,
        CoActionParameters.NO_WINDOW,
        ENOUGH_ACTIONS,
        2,
        100,
        1,
        0.01,
        0);
  }

  /** The same with another seed. */
  public SignificanceParameters withSeed(long newSeed) {
    return new SignificanceParameters(
        windowSeconds,
        binSeconds,
        minParticipation,
        minShared,
        permutations,
        newSeed,
        maxQ,
        maxRowsPerArtifact);
  }

  /** The same with another least number of shared artifacts. */
  public SignificanceParameters withMinShared(int artifacts) {
    return new SignificanceParameters(
        windowSeconds,
        binSeconds,
        minParticipation,
        artifacts,
        permutations,
        seed,
        maxQ,
        maxRowsPerArtifact);
  }

  /** The same with a limit of rows for each artifact; 0 for none. */
  public SignificanceParameters withMaxRowsPerArtifact(int rows) {
    return new SignificanceParameters(
        windowSeconds, binSeconds, minParticipation, minShared, permutations, seed, maxQ, rows);
  }
}
