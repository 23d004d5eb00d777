package org.clew.model.coordination;

/**
 * How acts on one artifact within a time window become edges.
 *
 * @param mode what an edge's weight counts
 * @param windowSeconds the largest distance in time, inclusive; 0 for the same second only
 * @param minParticipation accounts with fewer rows are left out; in {@link WeightMode#PAIRS} it is
 *     asked again of the rows that coordinate; 1 or less leaves nobody out
 * @param minWeight edges below this weight are dropped and never held in memory
 * @param selfLoops whether {@link WeightMode#MESSAGES} reports accounts that repeat themselves
 * @param maxRowsPerArtifact artifacts with more rows are left out and named in the result; 0 for no
 *     limit
 */
public record CoActionParameters(
    WeightMode mode,
    long windowSeconds,
    int minParticipation,
    int minWeight,
    boolean selfLoops,
    int maxRowsPerArtifact) {
  /** The window that fits most signals. */
  public static final long DEFAULT_WINDOW_SECONDS = 60;

  /** A window without end: any two acts on one artifact. */
  public static final long NO_WINDOW = Long.MAX_VALUE;

  /** Checks the ranges. */
  public CoActionParameters {
    if (windowSeconds < 0) {
      throw new IllegalArgumentException("A time window cannot be negative.");
    }
    if (minWeight < 1) {
      throw new IllegalArgumentException("The least weight of an edge is 1.");
    }
    if (maxRowsPerArtifact < 0) {
      throw new IllegalArgumentException("The limit of rows for each artifact is 0 or more.");
    }
  }

  /**
   * The defaults of a mode: {@code ARTIFACTS} asks for two artifacts, {@code PAIRS} for two rows of
   * an account, {@code MESSAGES} for nothing.
   */
  public static CoActionParameters of(WeightMode mode, long windowSeconds) {
    return switch (mode) {
      case ARTIFACTS -> new CoActionParameters(mode, windowSeconds, 2, 2, false, 0);
      case PAIRS -> new CoActionParameters(mode, windowSeconds, 2, 1, false, 0);
      case MESSAGES -> new CoActionParameters(mode, windowSeconds, 1, 1, false, 0);
    };
  }

  /** The same with another participation. */
  public CoActionParameters withMinParticipation(int rows) {
    return new CoActionParameters(
        mode, windowSeconds, rows, minWeight, selfLoops, maxRowsPerArtifact);
  }

  /** The same with another least weight. */
  public CoActionParameters withMinWeight(int weight) {
    return new CoActionParameters(
        mode, windowSeconds, minParticipation, weight, selfLoops, maxRowsPerArtifact);
  }

  /** The same with self-loops reported. */
  public CoActionParameters withSelfLoops() {
    return new CoActionParameters(
        mode, windowSeconds, minParticipation, minWeight, true, maxRowsPerArtifact);
  }

  /** The same with a limit of rows for each artifact; 0 for none. */
  public CoActionParameters withMaxRowsPerArtifact(int rows) {
    return new CoActionParameters(
        mode, windowSeconds, minParticipation, minWeight, selfLoops, rows);
  }
}
