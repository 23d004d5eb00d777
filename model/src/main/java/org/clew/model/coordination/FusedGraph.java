package org.clew.model.coordination;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The union of all layers' edges. Nodes are the accounts with an edge, ascending. Each layer's
 * weights are divided by their mean, so that counts and cosines weigh alike.
 */
final class FusedGraph {
  final List<SignalLayer> layers;
  final int[] account;
  final int[] from;
  final int[] to;
  final int[][] edgeInLayer;
  private final double[] scale;

  private FusedGraph(List<SignalLayer> layers, long[] pairs, int[][] edgeInLayer) {
    this.layers = layers;
    this.edgeInLayer = edgeInLayer;
    this.account =
        Arrays.stream(pairs)
            .flatMap(pair -> Arrays.stream(new long[] {pair >>> Integer.SIZE, pair & 0xFFFFFFFFL}))
            .mapToInt(value -> (int) value)
            .sorted()
            .distinct()
            .toArray();
    this.from = new int[pairs.length];
    this.to = new int[pairs.length];
    for (int edge = 0; edge < pairs.length; edge++) {
      from[edge] = Arrays.binarySearch(account, (int) (pairs[edge] >>> Integer.SIZE));
      to[edge] = Arrays.binarySearch(account, (int) pairs[edge]);
    }
    this.scale =
        layers.stream()
            .mapToDouble(
                layer -> layer.factor() * layer.edges().size() / layer.edges().totalWeight())
            .toArray();
  }

  static FusedGraph of(List<SignalLayer> layers) {
    TreeMap<Long, int[]> union = new TreeMap<>();
    for (int layer = 0; layer < layers.size(); layer++) {
      EdgeList edges = layers.get(layer).edges();
      for (int edge = 0; edge < edges.size(); edge++) {
        union
                .computeIfAbsent(
                    (long) edges.from(edge) << Integer.SIZE | edges.to(edge),
                    pair -> IntStream.generate(() -> -1).limit(layers.size()).toArray())[layer] =
            edge;
      }
    }
    long[] pairs = union.keySet().stream().mapToLong(Long::longValue).toArray();
    return new FusedGraph(layers, pairs, union.values().toArray(new int[0][]));
  }

  int nodes() {
    return account.length;
  }

  int edges() {
    return from.length;
  }

  boolean inLayer(int edge, int layer) {
    return edgeInLayer[edge][layer] >= 0;
  }

  /** An edge's weight in a layer, scaled; 0 where the layer does not have it. */
  double weight(int edge, int layer) {
    int there = edgeInLayer[edge][layer];
    return there < 0 ? 0 : layers.get(layer).edges().weight(there) * scale[layer];
  }

  double[] weights() {
    double[] weights = new double[edges()];
    for (int edge = 0; edge < weights.length; edge++) {
      for (int layer = 0; layer < layers.size(); layer++) {
        weights[edge] += weight(edge, layer);
      }
    }
    return weights;
  }
}
