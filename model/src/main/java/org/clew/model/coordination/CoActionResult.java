package org.clew.model.coordination;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The edges of a detection.
 *
 * @param parameters what was asked
 * @param edges directed in {@link WeightMode#MESSAGES}, else undirected
 * @param details what {@link WeightMode#PAIRS} adds to each edge; null in the other modes
 * @param capped artifacts left out because too many acted on them
 */
public record CoActionResult(
    CoActionParameters parameters,
    EdgeList edges,
    @Nullable PairDetails details,
    List<CappedArtifact> capped) {
  /** Copies the list. */
  public CoActionResult {
    capped = List.copyOf(capped);
  }
}
