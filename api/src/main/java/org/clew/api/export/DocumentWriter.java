package org.clew.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.SortedMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;

/** One format. It is opened with what precedes the graph and is handed the parts in their order. */
interface DocumentWriter {
  /** Writes what precedes the graph. */
  static DocumentWriter of(ExportFormat format, ExportOptions options, OutputStream out)
      throws IOException {
    return switch (format) {
      case GRAPHML -> new GraphmlWriter(options, out);
      case GEXF -> new GexfWriter(options, out);
      case JSON -> new NodeLinkWriter(options, out);
      case CSV -> new CsvArchiveWriter(options, out);
      case CYPHER -> new CypherScriptWriter(options, out);
      case STIX -> new StixWriter(options, out);
      case DOT -> new DotWriter(options, out);
      case SVG -> new SvgWriter(options, out);
      case HTML -> new BriefWriter(options, out);
    };
  }

  /** A source with all properties it has in the graph but its id. */
  void source(SourceView source, SortedMap<String, Object> properties) throws IOException;

  void entity(EntityView entity) throws IOException;

  void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties)
      throws IOException;

  /** Whether a link is written with the names of its ends; to leave them out is quicker. */
  default boolean namesEnds() {
    return true;
  }

  /**
   * A link whose grade is that of the link itself, null where its source's grade holds, with all
   * properties it has in the graph but its id.
   */
  void link(LinkView link, SortedMap<String, Object> properties) throws IOException;

  void end() throws IOException;
}
