package org.clew.api.http;

import io.micronaut.http.MediaType;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clew.api.attribution.AttributionService;
import org.clew.api.export.ExportFormat;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/** Writes a part of the graph in one format. */
interface SubgraphRenderer {
  /** All there are: JSON first, then the other formats of an export, then what the page draws. */
  List<SubgraphRenderer> ALL =
      Stream.concat(
              Stream.concat(
                      Stream.of(ExportFormat.JSON),
                      Arrays.stream(ExportFormat.values()).filter(f -> f != ExportFormat.JSON))
                  .map(ExportRenderer::new),
              Stream.of(new ViewRenderer()))
          .toList();

  /** What it writes; each renderer has another. */
  MediaType mediaType();

  /**
   * Writes the part. The stream is the caller's to close.
   *
   * @throws org.clew.model.ClewException when the part cannot be written; what was written before
   *     is thrown away
   */
  void render(Around around, OutputStream out);

  /** The format of an export it writes; empty where no export has it. */
  Optional<ExportFormat> format();

  /** What is around an entity, and where its verdict comes from. */
  record Around(
      Subgraphs graph,
      AttributionService attributions,
      EntityId centre,
      Subgraph part,
      @Nullable Tlp reader) {}

  /** The renderer that a request prefers: the first of all where it does not say. */
  static Optional<SubgraphRenderer> preferred(Collection<MediaType> accepted) {
    return accepted.isEmpty()
        ? ALL.stream().findFirst()
        : MediaType.orderedOf(accepted.stream().map(MediaType::toString).toList()).stream()
            .flatMap(type -> ALL.stream().filter(r -> type.matches(r.mediaType())))
            .findFirst();
  }
}
