package org.clew.api.coordination;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.clew.api.coordination.DetectionDocument.FoundCluster;
import org.clew.api.coordination.DetectionDocument.SignalDocument;
import org.clew.loader.coordination.Alternatives;
import org.clew.loader.coordination.ClusterIds;
import org.clew.loader.coordination.DetectionResult;
import org.clew.loader.coordination.NamedLayer;
import org.clew.loader.coordination.RunFactsBuilder;
import org.clew.model.coordination.ClusterResult;
import org.clew.model.coordination.DetectedCluster;
import org.clew.model.coordination.EdgeList;
import org.clew.model.coordination.SignificanceResult;
import org.jspecify.annotations.Nullable;

/** Turns results into documents. */
final class DetectionDocuments {
  private DetectionDocuments() {}

  static DetectionDocument of(
      DetectionResult result, boolean inGraph, boolean written, @Nullable Path edgesFile) {
    ClusterResult clusters = result.clusters();
    List<String> caveats = new ArrayList<>();
    if (result.request().parameters().significance() != null) {
      caveats.add(SignificanceResult.CAVEAT);
    }
    caveats.add(ClusterDocument.NOT_PROOF);
    return new DetectionDocument(
        inGraph ? RunFactsBuilder.runId(result) : null,
        written,
        result.request().describe(),
        result.layers().stream().map(DetectionDocuments::signal).toList(),
        clusters == null ? null : clusters(result, clusters),
        edgesFile == null ? null : edgesFile.toString(),
        caveats);
  }

  private static SignalDocument signal(NamedLayer named) {
    EdgeList edges = named.layer().edges();
    long kept = 0;
    for (int edge = 0; edge < edges.size(); edge++) {
      kept += named.layer().measures().isKept(edge) ? 1 : 0;
    }
    return new SignalDocument(
        named.layer().signal().id(),
        named.layer().observations().size(),
        edges.size(),
        edges.totalWeight(),
        edges.accounts(),
        kept,
        named.layer().capped().stream()
            .map(one -> named.artifacts().apply(one.artifact()) + ": " + one.reason())
            .toList());
  }

  private static List<FoundCluster> clusters(DetectionResult result, ClusterResult clusters) {
    ClusterIds ids = new ClusterIds(result, clusters);
    List<FoundCluster> found = new ArrayList<>();
    for (DetectedCluster cluster : clusters.clusters()) {
      found.add(
          new FoundCluster(
              ids.id(found.size()),
              cluster.members().size(),
              cluster.edges(),
              cluster.density(),
              cluster.signals().stream()
                  .filter(signal -> signal.edges() > 0)
                  .map(signal -> signal.name() + " " + signal.edges())
                  .toList(),
              Instant.ofEpochSecond(cluster.firstSeconds()).toString(),
              Instant.ofEpochSecond(cluster.lastSeconds()).toString(),
              cluster.alternatives().stream()
                  .map(one -> Alternatives.sentence(one, result))
                  .toList()));
    }
    return found;
  }
}
