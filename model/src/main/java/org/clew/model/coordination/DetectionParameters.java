package org.clew.model.coordination;

import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * How one signal after the other is turned into edges, tested, and fused into clusters.
 *
 * @param mode what an edge's weight counts
 * @param timeFree whether accounts are compared whatever the time, by the cosine of what they act
 *     on; the weight mode and the window then do not count
 * @param windowSeconds the largest distance in time, inclusive
 * @param minParticipation accounts with fewer rows are left out; 0 for the default of the mode: two
 *     rows for artifacts and pairs, one for messages, ten when time-free
 * @param minWeight edges below this weight are dropped; 0 for the default of the mode: two for
 *     artifacts, else one. When time-free it is the least number of artifacts in common
 * @param maxRowsPerArtifact artifacts with more rows are left out and named; 0 for no limit
 * @param threshold keeps the heaviest edges for clusters; null for the mode's default: CooRTweet's
 *     for pairs without significance, else none
 * @param significance the test that edges must pass for clusters, or null for none
 * @param clusters how clusters are made of the edges kept
 */
public record DetectionParameters(
    WeightMode mode,
    boolean timeFree,
    long windowSeconds,
    int minParticipation,
    int minWeight,
    int maxRowsPerArtifact,
    @Nullable WeightThreshold threshold,
    @Nullable ChanceTest significance,
    ClusterParameters clusters) {
  private static final double COORTWEET_QUANTILE = 0.5;

  /**
   * The test against chance.
   *
   * @param permutations how many the false discovery rate is estimated from
   * @param seed of the permutations
   * @param maxQ edges up to this q are kept
   */
  public record ChanceTest(int permutations, long seed, double maxQ) {
    /** A hundred permutations, seed 1, q ≤ 0.01. */
    public static ChanceTest defaults() {
      return new ChanceTest(100, 1, 0.01);
    }
  }

  /** Checks the ranges. */
  public DetectionParameters {
    if (windowSeconds < 0 || minParticipation < 0 || minWeight < 0 || maxRowsPerArtifact < 0) {
      throw new ClewException(
          Reason.USAGE, "Window, participation, weight and limit of a detection are 0 or more.");
    }
    if (significance != null
        && !(significance.permutations() >= 1
            && significance.maxQ() >= 0
            && significance.maxQ() <= 1)) {
      throw new ClewException(
          Reason.USAGE, "The test needs a permutation or more and a q from 0 to 1.");
    }
  }

  /** A mode with its defaults; only {@link WeightMode#ARTIFACTS} is tested against chance. */
  public static DetectionParameters of(WeightMode mode, long windowSeconds) {
    return new DetectionParameters(
        mode,
        false,
        windowSeconds,
        0,
        0,
        0,
        null,
        mode == WeightMode.ARTIFACTS ? ChanceTest.defaults() : null,
        ClusterParameters.defaults());
  }

  /** The same with another test, or none. */
  public DetectionParameters with(@Nullable ChanceTest test) {
    return new DetectionParameters(
        mode,
        timeFree,
        windowSeconds,
        minParticipation,
        minWeight,
        maxRowsPerArtifact,
        threshold,
        test,
        clusters);
  }

  /** The threshold that holds, the mode's default where none is given; null for none. */
  @Nullable WeightThreshold effectiveThreshold() {
    boolean likeCooRTweet =
        threshold == null && mode == WeightMode.PAIRS && !timeFree && significance == null;
    return likeCooRTweet ? WeightThreshold.coorTweet(COORTWEET_QUANTILE) : threshold;
  }

  CoActionParameters coAction() {
    CoActionParameters defaults =
        CoActionParameters.of(mode, windowSeconds).withMaxRowsPerArtifact(maxRowsPerArtifact);
    return defaults
        .withMinParticipation(
            minParticipation == 0 ? defaults.minParticipation() : minParticipation)
        .withMinWeight(minWeight == 0 ? defaults.minWeight() : minWeight);
  }

  SimilarityParameters similarity() {
    SimilarityParameters defaults = SimilarityParameters.defaults();
    return new SimilarityParameters(
        minParticipation == 0 ? defaults.minActions() : minParticipation,
        minWeight == 0 ? defaults.minShared() : minWeight,
        0,
        maxRowsPerArtifact);
  }

  SignificanceParameters significance(ChanceTest test) {
    SignificanceParameters defaults =
        timeFree
            ? SignificanceParameters.timeFree()
            : SignificanceParameters.windowed(windowSeconds);
    boolean countsArtifacts = timeFree || mode == WeightMode.ARTIFACTS;
    return new SignificanceParameters(
        defaults.windowSeconds(),
        defaults.binSeconds(),
        minParticipation == 0 ? defaults.minParticipation() : minParticipation,
        countsArtifacts && minWeight > 0 ? minWeight : defaults.minShared(),
        test.permutations(),
        test.seed(),
        test.maxQ(),
        maxRowsPerArtifact);
  }

  /** The window that support is looked for in. */
  long supportWindow() {
    return timeFree ? CoActionParameters.NO_WINDOW : windowSeconds;
  }
}
