package org.clew.api.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;

/**
 * A node-link document. In a link {@code source} and {@code target} are the ids of its ends, as d3
 * and NetworkX want them; who says so is {@code statedIn}.
 */
final class NodeLinkWriter implements DocumentWriter {
  private static final String STATED_IN = "statedIn";
  private static final List<String> SECTIONS = List.of("sources", "nodes", "statements", "links");

  private final JsonOut json;
  private int sections;

  NodeLinkWriter(ExportOptions options, OutputStream out) throws IOException {
    json = new JsonOut(out);
    json.member("format", "clew-graph");
    json.member("version", 1);
    json.member("directed", true);
    json.member("multigraph", true);
    String truncated = options.truncated();
    json.member("graph", Map.of());
    json.member("truncated", truncated == null ? null : Map.of("reason", truncated));
  }

  @Override
  public void source(SourceView source, SortedMap<String, Object> properties) throws IOException {
    Map<String, Object> object = withId(source.id().value());
    object.putAll(properties);
    object.remove(GraphSchema.NAME);
    write("sources", object);
  }

  @Override
  public void entity(EntityView entity) throws IOException {
    Map<String, Object> object = withId(entity.id().value());
    object.put("kind", entity.id().kind().label());
    object.put(GraphSchema.NAME, entity.name());
    object.put("attributes", GraphProperties.known(entity.attributes()));
    write("nodes", object);
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties)
      throws IOException {
    Map<String, Object> attributes = GraphProperties.known(properties);
    Map<String, Object> object = new LinkedHashMap<>();
    object.put("entity", entity.value());
    object.put(STATED_IN, source.value());
    move(GraphSchema.NAME, attributes, object);
    move(GraphSchema.EVIDENCE, attributes, object);
    object.put("attributes", attributes);
    write("statements", object);
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) throws IOException {
    Map<String, Object> object = withId(link.id());
    object.put("source", link.from().value());
    object.put("target", link.to().value());
    object.put("type", link.type().name());
    object.put(STATED_IN, link.source().value());
    properties.forEach(object::putIfAbsent);
    write("links", object);
  }

  @Override
  public void end() throws IOException {
    enter(SECTIONS.size());
    json.end();
  }

  private void write(String section, Map<String, Object> object) throws IOException {
    enter(SECTIONS.indexOf(section) + 1);
    json.element(object);
  }

  /** Opens sections until that many are open, so that an empty one is there too. */
  private void enter(int wanted) throws IOException {
    while (sections < wanted) {
      json.array(SECTIONS.get(sections));
      sections++;
    }
  }

  private static Map<String, Object> withId(String id) {
    Map<String, Object> object = new LinkedHashMap<>();
    object.put(GraphSchema.ID, id);
    return object;
  }

  private static void move(String key, Map<String, Object> from, Map<String, Object> to) {
    Object value = from.remove(key);
    if (value != null) {
      to.put(key, value);
    }
  }
}
