package org.clew.api.http;

import io.micronaut.http.MediaType;
import java.io.OutputStream;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;

/**
 * Writes a part of the graph in one format. {@code GET /api/v1/subgraph} answers with that of the
 * renderers, all beans of this type, whose media type the request accepts most; among equals the
 * node-link document comes first.
 */
public interface SubgraphRenderer {
  /** What it writes; each renderer has another. */
  MediaType mediaType();

  /**
   * Writes the part. The stream is the caller's to close.
   *
   * @throws org.clew.model.ClewException when the part cannot be written; what was written before
   *     is thrown away
   */
  void render(Subgraphs graph, Subgraph part, OutputStream out);
}
