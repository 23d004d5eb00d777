package org.clew.loader.ingest;

import java.util.function.Function;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.entity.EntityKind;

/**
 * A node or an edge of an exported graph in XML, while it is being read.
 *
 * @param file the file's name
 * @param id its id in the document
 * @param from for an edge, the id of the node it comes from
 * @param to for an edge, the id of the node it goes to
 * @param line the line at which it starts
 * @param values its properties so far
 */
record XmlRecord(String file, String id, String from, String to, long line, PropertyTexts values) {
  /** One that starts. */
  static XmlRecord start(String file, Function<String, String> attributes, long line) {
    return new XmlRecord(
        file,
        attributes.apply("id"),
        attributes.apply("source"),
        attributes.apply("target"),
        line,
        new PropertyTexts());
  }

  /** States the node, which is a source or an entity of that kind. */
  void stateNode(ExportedGraph graph, String entity, String kind) {
    if (kind.equals(EntityKind.SOURCE.label())) {
      graph.source(item(), entity);
    } else {
      graph.entity(item(), entity, kind);
    }
  }

  /** States the edge, which is a statement or a link of that type. */
  void stateEdge(ExportedGraph graph, String start, String type, String end) {
    if (type.equals(GraphSchema.STATED_IN)) {
      graph.statement(item(), start, end);
    } else {
      graph.link(item(), start, type, end);
    }
  }

  private GraphRecord item() {
    return new GraphRecord(file, line, values.properties());
  }
}
