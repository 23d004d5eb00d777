package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.clew.model.coordination.DetectedCluster.TellingArtifact;

/** The artifacts that the edges inside one cluster rest on, with the members that share each. */
final class ClusterSupport {
  private final List<TellingArtifact> artifacts = new ArrayList<>();
  private long first = Long.MAX_VALUE;
  private long last = Long.MIN_VALUE;

  ClusterSupport(FusedGraph graph, List<LayerFacts> facts, int[] edges) {
    for (int layer = 0; layer < graph.layers.size(); layer++) {
      Map<Integer, Set<Integer>> sharing = sharing(graph, layer, edges);
      String signal = graph.layers.get(layer).signal();
      LayerFacts known = facts.get(layer);
      sharing.forEach(
          (artifact, members) ->
              artifacts.add(
                  new TellingArtifact(
                      signal,
                      artifact,
                      members.size(),
                      known.accountsOf(artifact),
                      members.size() * Idf.of(known.accounts(), known.accountsOf(artifact)))));
    }
    artifacts.sort(
        Comparator.comparingDouble(TellingArtifact::score)
            .reversed()
            .thenComparing(TellingArtifact::signal)
            .thenComparingInt(TellingArtifact::artifact));
  }

  /** All of them, the most telling first. */
  List<TellingArtifact> artifacts() {
    return artifacts;
  }

  long firstSeconds() {
    return first;
  }

  long lastSeconds() {
    return last;
  }

  private Map<Integer, Set<Integer>> sharing(FusedGraph graph, int layer, int[] edges) {
    EdgeSupport support = graph.layers.get(layer).support();
    Map<Integer, Set<Integer>> sharing = new TreeMap<>();
    for (int edge : edges) {
      int there = graph.edgeInLayer[edge][layer];
      if (there >= 0) {
        first = Math.min(first, support.firstSeconds(there));
        last = Math.max(last, support.lastSeconds(there));
        for (int i = 0; i < support.size(there); i++) {
          sharing
              .computeIfAbsent(support.artifact(there, i), unseen -> new HashSet<>())
              .addAll(List.of(graph.from[edge], graph.to[edge]));
        }
      }
    }
    return sharing;
  }
}
