package org.clew.model.coordination;

import java.util.List;

/**
 * What one signal gives.
 *
 * @param signal which
 * @param observations the acts it was looked for in, without those on capped artifacts
 * @param edges every edge found, directed in {@link WeightMode#MESSAGES}, else undirected
 * @param measures what is known of each of them beside the weight
 * @param capped artifacts left out because too many acted on them
 */
public record DetectedLayer(
    SignalKind signal,
    Observations observations,
    EdgeList edges,
    EdgeMeasures measures,
    List<CappedArtifact> capped) {
  /** Copies the list. */
  public DetectedLayer {
    capped = List.copyOf(capped);
  }

  /**
   * The edges kept for clusters, undirected, with what each rests on.
   *
   * @param parameters those it was detected with
   * @param threads how many threads to use; the result is the same for any number
   */
  public SignalLayer kept(DetectionParameters parameters, int threads) {
    return SignalLayer.of(
        signal.id(),
        observations,
        edges.where(measures::isKept).undirected(),
        parameters.supportWindow(),
        threads);
  }
}
