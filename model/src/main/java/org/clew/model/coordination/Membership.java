package org.clew.model.coordination;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * How surely each member belongs: the share of resampled runs in which it is in the community that
 * holds most of the cluster. Where several hold as many, it is the one with the lowest member; a
 * single account is no core.
 */
final class Membership {
  private Membership() {}

  /** For each cluster, the share of runs for each of its nodes, in their order. */
  static double[][] of(
      FusedGraph graph, List<int[]> clusters, ClusterParameters parameters, int threads) {
    double[][] share = new double[clusters.size()][];
    for (int cluster = 0; cluster < share.length; cluster++) {
      share[cluster] = new double[clusters.get(cluster).length];
    }
    ResampledWeights resampled = new ResampledWeights(graph);
    long[] seeds = new SplittableRandom(parameters.seed()).longs(parameters.runs()).toArray();
    List<int[]> runs =
        Parallel.run(
            parameters.runs(),
            threads,
            () -> resampled,
            (weights, run) ->
                Communities.of(
                    graph, weights.draw(new SplittableRandom(seeds[run])), parameters, seeds[run]));
    for (int cluster = 0; cluster < share.length; cluster++) {
      for (int[] community : runs) {
        addRun(clusters.get(cluster), community, share[cluster]);
      }
      for (int i = 0; i < share[cluster].length; i++) {
        share[cluster][i] = runs.isEmpty() ? 1 : share[cluster][i] / runs.size();
      }
    }
    return share;
  }

  private static void addRun(int[] members, int[] community, double[] times) {
    Map<Integer, Integer> sizes = new HashMap<>();
    for (int member : members) {
      sizes.merge(community[member], 1, Integer::sum);
    }
    int core = community[members[0]];
    for (int member : members) {
      if (sizes.getOrDefault(community[member], 0) > sizes.getOrDefault(core, 0)) {
        core = community[member];
      }
    }
    for (int i = 0; i < members.length && sizes.getOrDefault(core, 0) > 1; i++) {
      times[i] += community[members[i]] == core ? 1 : 0;
    }
  }
}
