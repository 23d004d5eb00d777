package org.clew.model.coordination;

import java.util.List;

/**
 * The clusters of some layers.
 *
 * @param parameters what was asked
 * @param fused the union of all layers' edges, with their fused weight
 * @param clusters the largest first, then by their first account
 */
public record ClusterResult(
    ClusterParameters parameters, EdgeList fused, List<DetectedCluster> clusters) {
  /** Copies the list. */
  public ClusterResult {
    clusters = List.copyOf(clusters);
  }
}
