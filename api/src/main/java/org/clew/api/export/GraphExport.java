package org.clew.api.export;

import java.io.OutputStream;
import org.clew.cypher.export.GraphVisitor;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;

/**
 * Writes the graph it is handed to a stream, as it is handed over. The same graph gives the same
 * bytes: no time and no graph version stands in a document.
 *
 * <p>All methods throw {@link org.clew.model.ClewException} when the stream cannot be written. An
 * export that is given up must not be ended, so that what was written cannot pass for the whole.
 */
public interface GraphExport extends GraphVisitor {
  /** An export of a whole graph. */
  static GraphExport writer(ExportFormat format, OutputStream out) {
    return writer(format, ExportOptions.DEFAULT, out);
  }

  /**
   * An export.
   *
   * @param out is buffered here, flushed by {@link #end()} and left open
   */
  static GraphExport writer(ExportFormat format, ExportOptions options, OutputStream out) {
    return new GuardedExport(() -> DocumentWriter.of(format, options, out));
  }

  /** Writes a part of a graph, from its first byte to its last. */
  static void write(
      Subgraphs graph,
      Subgraph part,
      ExportFormat format,
      ExportOptions options,
      OutputStream out) {
    GraphExport export = writer(format, options.truncated(part.truncated()), out);
    graph.visit(part, export);
    export.end();
  }

  /** Completes the document and flushes the stream. Nothing may be handed over afterwards. */
  void end();
}
