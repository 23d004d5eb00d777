package org.clew.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Map;
import java.util.SortedMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * GEXF 1.3, dynamic, dates inclusive. Gephi merges parallel edges of one {@code kind}; the kind is
 * therefore the type and the source, of which there is one link between two nodes.
 */
final class GexfWriter implements DocumentWriter {
  private final XmlOut xml;
  private boolean inEdges;

  GexfWriter(ExportOptions options, OutputStream out) throws IOException {
    xml = new XmlOut(out);
    xml.start("gexf").attribute("xmlns", "http://gexf.net/1.3").token("version", "1.3").line();
    xml.start("meta").start("creator").text("Clew").end();
    String truncated = options.truncated();
    if (truncated != null) {
      xml.start("description").text(truncated).end();
    }
    xml.end().line();
    xml.start("graph").token("mode", "dynamic").token("defaultedgetype", "directed");
    xml.token("timeformat", "date").token("timerepresentation", "interval").line();
    declare("node", PropertySchema.NODE);
    declare("edge", PropertySchema.EDGE);
    xml.start("nodes").line();
  }

  @Override
  public void source(SourceView source, SortedMap<String, Object> properties) throws IOException {
    node(source.id(), source.title(), properties);
  }

  @Override
  public void entity(EntityView entity) throws IOException {
    node(entity.id(), entity.name(), GraphProperties.of(entity));
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties)
      throws IOException {
    String id = GraphProperties.statementId(entity, source);
    startEdge(id, entity, source, GraphSchema.STATED_IN, source);
    endEdge(GraphSchema.STATED_IN, GraphProperties.known(properties));
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) throws IOException {
    String type = link.type().name();
    startEdge(link.id(), link.from(), link.to(), type, link.source());
    xml.token("weight", Long.toString(link.count()));
    interval(day(link.firstSeen(), false), day(link.lastSeen(), true));
    endEdge(type, properties);
  }

  @Override
  public void end() throws IOException {
    startEdges();
    xml.end().line().end().line().end().line().flush();
  }

  private void declare(String owner, PropertySchema schema) throws IOException {
    xml.start("attributes").token("class", owner).token("mode", "static").line();
    declare("kind", ValueType.STRING);
    for (Map.Entry<String, ValueType> property : schema.types().entrySet()) {
      declare(property.getKey(), property.getValue());
    }
    xml.end().line();
  }

  private void declare(String name, ValueType type) throws IOException {
    xml.start("attribute").token("id", name).token("title", name);
    xml.token("type", type.word()).end().line();
  }

  private void node(EntityId id, String name, SortedMap<String, Object> properties)
      throws IOException {
    xml.start("node").attribute("id", id.value()).attribute("label", oneLine(name));
    values(id.kind().label(), PropertySchema.NODE.texts(properties));
    xml.end().line();
  }

  private void startEdge(String id, EntityId from, EntityId to, String type, EntityId source)
      throws IOException {
    startEdges();
    xml.start("edge").attribute("id", id);
    xml.attribute("source", from.value()).attribute("target", to.value());
    xml.attribute("kind", type + " " + source).token("label", type);
  }

  private void endEdge(String type, SortedMap<String, Object> properties) throws IOException {
    values(type, PropertySchema.EDGE.texts(properties));
    xml.end().line();
  }

  private void startEdges() throws IOException {
    if (!inEdges) {
      xml.end().line().start("edges").line();
      inEdges = true;
    }
  }

  /** An interval that would end before it starts is left out; the properties keep its dates. */
  private void interval(@Nullable LocalDate start, @Nullable LocalDate end) throws IOException {
    if (start != null && end != null && end.isBefore(start)) {
      return;
    }
    if (start != null) {
      xml.token("start", start.toString());
    }
    if (end != null) {
      xml.token("end", end.toString());
    }
  }

  private void values(String kind, SortedMap<String, String> texts) throws IOException {
    xml.start("attvalues");
    value("kind", kind);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      value(text.getKey(), text.getValue());
    }
    xml.end();
  }

  private void value(String name, String text) throws IOException {
    xml.start("attvalue").token("for", name).attribute("value", text).end();
  }

  private static @Nullable LocalDate day(@Nullable String date, boolean last) {
    return date == null
        ? null
        : PartialDate.tryParse(date)
            .map(partial -> last ? partial.latest() : partial.earliest())
            .orElse(null);
  }

  static String oneLine(String text) {
    return text.replaceAll("\\R", " ");
  }
}
