package org.clew.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.SortedMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;

/**
 * GraphML, flat. The keys {@code labels} of nodes and {@code label} of edges stand first, as APOC's
 * import for Neo4j wants them; {@code label} of nodes and {@code weight} of edges are what Gephi
 * shows. Node ids are entity ids as {@link XmlText#nmtoken} writes them, since the schema of
 * GraphML allows nothing else; the key {@code id} holds them as they are.
 */
final class GraphmlWriter implements DocumentWriter {
  private static final String NODE_PREFIX = "n.";
  private static final String EDGE_PREFIX = "e.";

  private final XmlOut xml;

  GraphmlWriter(ExportOptions options, OutputStream out) throws IOException {
    xml = new XmlOut(out);
    xml.start("graphml").attribute("xmlns", "http://graphml.graphdrawing.org/xmlns").line();
    key("labels", "node", "labels", "string");
    key("n.label", "node", "label", "string");
    key("n.id", "node", GraphSchema.ID, "string");
    declare(NODE_PREFIX, "node", PropertySchema.NODE);
    key("label", "edge", "label", "string");
    key("weight", "edge", "weight", "double");
    declare(EDGE_PREFIX, "edge", PropertySchema.EDGE);
    xml.start("graph").token("id", "clew").token("edgedefault", "directed").line();
    String truncated = options.truncated();
    if (truncated != null) {
      xml.start("desc").text(truncated).end().line();
    }
  }

  @Override
  public void source(SourceView source, SortedMap<String, Object> properties) throws IOException {
    node(source.id(), EntityKind.SOURCE, source.title(), properties);
  }

  @Override
  public void entity(EntityView entity) throws IOException {
    node(entity.id(), entity.id().kind(), entity.name(), GraphProperties.of(entity));
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties)
      throws IOException {
    startEdge(GraphProperties.statementId(entity, source), entity, GraphSchema.STATED_IN, source);
    data(EDGE_PREFIX, PropertySchema.EDGE.texts(GraphProperties.known(properties)));
    xml.end().line();
  }

  @Override
  public boolean namesEnds() {
    return false;
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) throws IOException {
    startEdge(link.id(), link.from(), link.type().name(), link.to());
    data("weight", Long.toString(link.count()));
    data(EDGE_PREFIX, PropertySchema.EDGE.texts(properties));
    xml.end().line();
  }

  @Override
  public void end() throws IOException {
    xml.end().line().end().line().flush();
  }

  private void declare(String prefix, String domain, PropertySchema schema) throws IOException {
    for (Map.Entry<String, ValueType> property : schema.types().entrySet()) {
      key(prefix + property.getKey(), domain, property.getKey(), property.getValue().word());
    }
  }

  private void key(String id, String domain, String name, String type) throws IOException {
    xml.start("key").token("id", id).token("for", domain);
    xml.token("attr.name", name).token("attr.type", type).end().line();
  }

  private void node(EntityId id, EntityKind kind, String name, SortedMap<String, Object> properties)
      throws IOException {
    xml.start("node").token("id", XmlText.nmtoken(id.value()));
    data("labels", ":" + GraphSchema.ENTITY + ":" + kind.label());
    data("n.label", name);
    data("n.id", id.value());
    data(NODE_PREFIX, PropertySchema.NODE.texts(properties));
    xml.end().line();
  }

  private void startEdge(String id, EntityId from, String type, EntityId to) throws IOException {
    xml.start("edge").token("id", XmlText.nmtoken(id));
    xml.token("source", XmlText.nmtoken(from.value()));
    xml.token("target", XmlText.nmtoken(to.value()));
    data("label", type);
  }

  private void data(String prefix, SortedMap<String, String> texts) throws IOException {
    for (Map.Entry<String, String> text : texts.entrySet()) {
      data(prefix + text.getKey(), text.getValue());
    }
  }

  private void data(String key, String text) throws IOException {
    xml.start("data").token("key", key).text(text).end();
  }
}
