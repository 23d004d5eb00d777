package org.clew.model.coordination;

import java.util.Arrays;
import java.util.Random;
import nl.cwts.networkanalysis.Clustering;
import nl.cwts.networkanalysis.LeidenAlgorithm;
import nl.cwts.networkanalysis.Network;
import nl.cwts.util.LargeDoubleArray;
import nl.cwts.util.LargeIntArray;

/** The community of each node of a weighted graph. Edges of weight 0 are none. */
final class Communities {
  private static final int ITERATIONS = 10;

  private Communities() {}

  static int[] of(FusedGraph graph, double[] weights, ClusterParameters parameters, long seed) {
    return switch (parameters.method()) {
      case COMPONENTS -> components(graph, weights);
      case LEIDEN -> leiden(graph, weights, parameters.resolution(), seed);
    };
  }

  private static int[] components(FusedGraph graph, double[] weights) {
    DisjointSets sets = new DisjointSets(graph.nodes());
    for (int edge = 0; edge < weights.length; edge++) {
      if (weights[edge] > 0) {
        sets.join(graph.from[edge], graph.to[edge]);
      }
    }
    int[] community = new int[graph.nodes()];
    Arrays.setAll(community, sets::find);
    return community;
  }

  /** Modularity is the constant Potts model with nodes weighted by their edges. */
  private static int[] leiden(FusedGraph graph, double[] weights, double resolution, long seed) {
    int[] present = Rows.where(weights.length, edge -> weights[edge] > 0);
    if (present.length == 0) {
      return components(graph, weights);
    }
    int[] from = new int[present.length];
    int[] to = new int[present.length];
    double[] weight = new double[present.length];
    for (int i = 0; i < present.length; i++) {
      from[i] = graph.from[present[i]];
      to[i] = graph.to[present[i]];
      weight[i] = weights[present[i]];
    }
    Network network =
        new Network(
            graph.nodes(),
            true,
            new LargeIntArray[] {new LargeIntArray(from), new LargeIntArray(to)},
            new LargeDoubleArray(weight),
            false,
            false);
    LeidenAlgorithm algorithm =
        new LeidenAlgorithm(
            resolution / (2 * network.getTotalEdgeWeight()),
            ITERATIONS,
            LeidenAlgorithm.DEFAULT_RANDOMNESS,
            new Random(seed));
    Clustering clustering = algorithm.findClustering(network);
    return clustering.getClusters();
  }
}
