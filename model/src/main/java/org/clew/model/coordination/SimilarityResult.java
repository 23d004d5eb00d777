package org.clew.model.coordination;

import java.util.Arrays;
import java.util.List;

/** Pairs of accounts that act on the same things; the weight of an edge is the cosine. */
public final class SimilarityResult {
  private final EdgeList edges;
  private final double[] shared;
  private final List<CappedArtifact> capped;

  SimilarityResult(EdgeList edges, double[] shared, List<CappedArtifact> capped) {
    this.edges = edges;
    this.shared = shared;
    this.capped = List.copyOf(capped);
  }

  /** The edges, weighted by cosine. */
  public EdgeList edges() {
    return edges;
  }

  /** Distinct artifacts in common. */
  public int shared(int edge) {
    return (int) shared[edge];
  }

  /** Artifacts left out because too many acted on them. */
  public List<CappedArtifact> capped() {
    return capped;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SimilarityResult that
        && edges.equals(that.edges)
        && Arrays.equals(shared, that.shared)
        && capped.equals(that.capped);
  }

  @Override
  public int hashCode() {
    return edges.hashCode();
  }
}
