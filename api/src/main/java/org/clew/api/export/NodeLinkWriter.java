package org.clew.api.export;

import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
  private static final SerializableString ID = new SerializedString(GraphSchema.ID);
  private static final SerializableString KIND = new SerializedString("kind");
  private static final SerializableString NAME = new SerializedString(GraphSchema.NAME);
  private static final SerializableString ATTRIBUTES = new SerializedString("attributes");
  private static final SerializableString ENTITY = new SerializedString("entity");
  private static final SerializableString STATED_IN = new SerializedString("statedIn");
  private static final SerializableString SOURCE = new SerializedString("source");
  private static final SerializableString TARGET = new SerializedString("target");
  private static final SerializableString TYPE = new SerializedString("type");

  /** What a link says under names of this format. */
  private static final Set<String> OF_LINKS =
      Stream.of(ID, SOURCE, TARGET, TYPE, STATED_IN)
          .map(SerializableString::getValue)
          .collect(Collectors.toUnmodifiableSet());

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
    start("sources");
    json.text(ID, source.id().value());
    json.known(properties, Set.of(GraphSchema.ID, GraphSchema.NAME));
    json.endObject();
  }

  @Override
  public void entity(EntityView entity) throws IOException {
    start("nodes");
    json.text(ID, entity.id().value());
    json.text(KIND, entity.id().kind().label());
    json.text(NAME, entity.name());
    json.known(ATTRIBUTES, entity.attributes(), Set.of());
    json.endObject();
  }

  @Override
  public void statement(EntityId entity, EntityId source, SortedMap<String, Object> properties)
      throws IOException {
    start("statements");
    json.text(ENTITY, entity.value());
    json.text(STATED_IN, source.value());
    json.known(GraphSchema.NAME, properties.get(GraphSchema.NAME));
    json.known(GraphSchema.EVIDENCE, properties.get(GraphSchema.EVIDENCE));
    json.known(ATTRIBUTES, properties, Set.of(GraphSchema.NAME, GraphSchema.EVIDENCE));
    json.endObject();
  }

  @Override
  public boolean namesEnds() {
    return false;
  }

  @Override
  public void link(LinkView link, SortedMap<String, Object> properties) throws IOException {
    start("links");
    json.text(ID, link.id());
    json.text(SOURCE, link.from().value());
    json.text(TARGET, link.to().value());
    json.text(TYPE, link.type().name());
    json.text(STATED_IN, link.source().value());
    json.known(properties, OF_LINKS);
    json.endObject();
  }

  @Override
  public void end() throws IOException {
    enter(SECTIONS.size());
    json.end();
  }

  private void start(String section) throws IOException {
    enter(SECTIONS.indexOf(section) + 1);
    json.object();
  }

  /** Opens sections until that many are open, so that an empty one is there too. */
  private void enter(int wanted) throws IOException {
    while (sections < wanted) {
      json.array(SECTIONS.get(sections));
      sections++;
    }
  }
}
