package org.clew.model.coordination;

import java.util.List;
import org.clew.model.coordination.DetectionParameters.ChanceTest;
import org.jspecify.annotations.Nullable;

/**
 * From the acts of one signal to its edges, tested and chosen: {@link CoAction} or {@link
 * Similarity}, then {@link Significance}, then {@link WeightThreshold}. What it keeps goes to
 * {@link Clusters}.
 */
public final class LayerDetection {
  private final SignalKind signal;
  private final Observations observations;
  private final DetectionParameters parameters;
  private final int threads;

  private LayerDetection(
      SignalKind signal, Observations observations, DetectionParameters parameters, int threads) {
    this.signal = signal;
    this.observations = observations;
    this.parameters = parameters;
    this.threads = threads;
  }

  /**
   * Detects one signal.
   *
   * @param signal which
   * @param observations its acts
   * @param parameters what to do
   * @param threads how many threads to use; the result is the same for any number
   * @param progress told after each permutation
   */
  public static DetectedLayer detect(
      SignalKind signal,
      Observations observations,
      DetectionParameters parameters,
      int threads,
      Progress progress) {
    return new LayerDetection(signal, observations, parameters, threads).run(progress);
  }

  private record Found(
      EdgeList edges, @Nullable PairDetails details, List<CappedArtifact> capped) {}

  private DetectedLayer run(Progress progress) {
    Found found = find();
    Observations without = observations.without(found.capped());
    EdgeMeasures measures = new EdgeMeasures(found.edges().size());
    if (!parameters.timeFree()) {
      time(found, without, measures);
    }
    ChanceTest test = parameters.significance();
    if (test != null) {
      SignificanceParameters asked = parameters.significance(test);
      test(
          found.edges(),
          Significance.test(observations, asked, threads, progress).tested(),
          measures);
    }
    keep(found.edges(), measures);
    return new DetectedLayer(signal, without, found.edges(), measures, found.capped());
  }

  private Found find() {
    if (parameters.timeFree()) {
      SimilarityResult result = Similarity.compare(observations, parameters.similarity(), threads);
      return new Found(result.edges(), null, result.capped());
    }
    CoActionResult result = CoAction.detect(observations, parameters.coAction(), threads);
    return new Found(result.edges(), result.details(), result.capped());
  }

  private void time(Found found, Observations without, EdgeMeasures measures) {
    PairDetails details = found.details();
    if (details != null) {
      for (int edge = 0; edge < found.edges().size(); edge++) {
        measures.time(edge, details.meanSecondsApart(edge), details.symmetry(edge));
      }
      return;
    }
    EdgeTiming timing = EdgeTiming.of(without, found.edges(), parameters.windowSeconds(), threads);
    for (int edge = 0; edge < found.edges().size(); edge++) {
      measures.time(edge, timing.meanSecondsApart(edge), timing.symmetry(edge));
    }
  }

  private static void test(EdgeList edges, TestedEdges tested, EdgeMeasures measures) {
    for (int edge = 0; edge < edges.size(); edge++) {
      int there =
          tested
              .edges()
              .find(
                  Math.min(edges.from(edge), edges.to(edge)),
                  Math.max(edges.from(edge), edges.to(edge)));
      if (there >= 0) {
        measures.test(edge, tested.p(there), tested.q(there));
      }
    }
  }

  private void keep(EdgeList edges, EdgeMeasures measures) {
    WeightThreshold threshold = parameters.effectiveThreshold();
    ChanceTest test = parameters.significance();
    double least = threshold == null ? Double.NEGATIVE_INFINITY : threshold.value(edges);
    for (int edge = 0; edge < edges.size(); edge++) {
      boolean heavy = threshold == null || threshold.isPassedBy(edges.weight(edge), least);
      boolean beyondChance = test == null || measures.q(edge) <= test.maxQ();
      if (heavy && beyondChance) {
        measures.keep(edge);
      }
    }
  }
}
