package org.clew.model.coordination;

/**
 * The edges that one signal found: a layer of the graph that clusters are looked for in. All layers
 * count accounts alike; artifacts are each layer's own.
 *
 * @param signal its name, such as {@code url}
 * @param factor how much the layer counts beside the others, 1 for equally
 * @param observations what it was detected in, without capped artifacts
 * @param edges the undirected edges that were kept
 * @param support what each of them rests on
 */
public record SignalLayer(
    String signal, double factor, Observations observations, EdgeList edges, EdgeSupport support) {
  /** Checks that the parts fit. */
  public SignalLayer {
    if (!(factor > 0)) {
      throw new IllegalArgumentException("A layer's factor lies above 0.");
    }
  }

  /** A layer that counts as much as the others, its support found in the observations. */
  public static SignalLayer of(
      String signal, Observations observations, EdgeList edges, long windowSeconds, int threads) {
    return new SignalLayer(
        signal,
        1,
        observations,
        edges,
        EdgeSupport.of(observations, edges, windowSeconds, threads));
  }
}
