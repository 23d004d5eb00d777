package org.clew.model.coordination;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Weights of the fused graph when the artifacts behind its edges are drawn again with replacement:
 * an edge weighs in proportion to how often its artifacts were drawn, and is gone when none was.
 */
final class ResampledWeights {
  private final FusedGraph graph;
  private final int[][] artifactsOfLayer;

  ResampledWeights(FusedGraph graph) {
    this.graph = graph;
    this.artifactsOfLayer =
        graph.layers.stream().map(ResampledWeights::supportingArtifacts).toArray(int[][]::new);
  }

  double[] draw(SplittableRandom random) {
    double[] weights = new double[graph.edges()];
    for (int layer = 0; layer < graph.layers.size(); layer++) {
      int[] drawn = timesDrawn(artifactsOfLayer[layer], random);
      for (int edge = 0; edge < weights.length; edge++) {
        if (graph.inLayer(edge, layer)) {
          weights[edge] += graph.weight(edge, layer) * share(edge, layer, drawn);
        }
      }
    }
    return weights;
  }

  private double share(int edge, int layer, int[] drawn) {
    EdgeSupport support = graph.layers.get(layer).support();
    int there = graph.edgeInLayer[edge][layer];
    double times = 0;
    for (int i = 0; i < support.size(there); i++) {
      times += drawn[Arrays.binarySearch(artifactsOfLayer[layer], support.artifact(there, i))];
    }
    return times == 0 ? 0 : times / support.size(there);
  }

  private static int[] timesDrawn(int[] artifacts, SplittableRandom random) {
    int[] drawn = new int[artifacts.length];
    for (int i = 0; i < artifacts.length; i++) {
      drawn[random.nextInt(artifacts.length)]++;
    }
    return drawn;
  }

  private static int[] supportingArtifacts(SignalLayer layer) {
    EdgeSupport support = layer.support();
    return IntStream.range(0, layer.edges().size())
        .flatMap(edge -> IntStream.range(0, support.size(edge)).map(i -> support.artifact(edge, i)))
        .sorted()
        .distinct()
        .toArray();
  }
}
