package org.clew.api.export;

import java.io.OutputStream;
import java.util.Set;
import java.util.TreeSet;
import org.clew.api.attribution.AttributionDocument;
import org.clew.api.attribution.AttributionRequest;
import org.clew.api.attribution.AttributionService;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/** Writes parts of a graph that are about somebody: a brief with what may be concluded. */
public final class SubjectExport {
  private final Subgraphs graph;
  private final AttributionService attributions;

  private final @Nullable Tlp reader;

  /** Exports of a graph. */
  public SubjectExport(Subgraphs graph, AttributionService attributions) {
    this(graph, attributions, null);
  }

  /**
   * Exports of a graph for a reader.
   *
   * @param graph as the reader may see it
   * @param reader up to which level he may; null for all
   */
  public SubjectExport(Subgraphs graph, AttributionService attributions, @Nullable Tlp reader) {
    this.graph = graph;
    this.attributions = attributions;
    this.reader = reader;
  }

  /**
   * Writes the part. A brief about a cluster or an asset is judged first, and holds the chains too
   * where they leave the part.
   *
   * @param subject null for nobody in particular
   * @throws org.clew.model.ClewException when the part cannot be written or judged
   */
  public void write(
      Subgraph part, @Nullable EntityId subject, ExportFormat format, OutputStream out) {
    ExportOptions options =
        (reader == null ? ExportOptions.DEFAULT : ExportOptions.DEFAULT.forReader(reader))
            .about(subject);
    if (format != ExportFormat.HTML || subject == null || !canBeJudged(subject)) {
      GraphExport.write(graph, part, format, options, out);
      return;
    }
    AttributionDocument verdict =
        attributions.attribute(AttributionRequest.of(subject.value()).forReader(reader));
    Subgraph whole = with(part, BriefVerdict.onChains(verdict));
    GraphExport.write(graph, whole, format, options.withVerdict(verdict), out);
  }

  private static boolean canBeJudged(EntityId subject) {
    return subject.kind() == EntityKind.CLUSTER || subject.kind().isAsset();
  }

  private static Subgraph with(Subgraph part, Set<EntityId> more) {
    Set<EntityId> entities = part.entities();
    if (entities == null) {
      return part;
    }
    Set<EntityId> all = new TreeSet<>(entities);
    all.addAll(more);
    return new Subgraph(all, part.truncated());
  }
}
