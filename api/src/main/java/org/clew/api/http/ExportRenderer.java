package org.clew.api.http;

import io.micronaut.http.MediaType;
import java.io.OutputStream;
import org.clew.api.export.ExportFormat;
import org.clew.api.export.ExportOptions;
import org.clew.api.export.GraphExport;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;

/** Writes a part of the graph as {@code clew export} does. */
record ExportRenderer(ExportFormat format) implements SubgraphRenderer {
  @Override
  public MediaType mediaType() {
    return MediaType.of(format.mediaType());
  }

  @Override
  public void render(Subgraphs graph, Subgraph part, OutputStream out) {
    GraphExport.write(graph, part, format, ExportOptions.DEFAULT, out);
  }
}
