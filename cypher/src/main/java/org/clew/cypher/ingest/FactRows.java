package org.clew.cypher.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.entity.Entity;
import org.clew.model.entity.Hashes;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.source.Source;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * Facts as the rows that all write paths start from. An empty list says nothing and is left out;
 * neither an importer nor a reader could tell it from a missing one.
 */
final class FactRows {
  private static final String PROPERTIES = "properties";

  private FactRows() {}

  static Map<String, Object> of(Source source, Map<String, Object> measures) {
    Map<String, Object> properties = new HashMap<>();
    properties.put(GraphSchema.ID, source.id().value());
    properties.put(GraphSchema.NAME, source.title());
    properties.put("title", source.title());
    properties.put(GraphSchema.GRADE, source.grade().toString());
    properties.put("quality", source.grade().quality());
    putIfKnown(properties, "publisher", source.publisher());
    putIfKnown(properties, "date", source.date());
    putIfKnown(properties, "licence", source.licence());
    putIfKnown(properties, "url", source.url());
    putIfKnown(properties, "sha256", source.sha256());
    putIfKnown(properties, "file", source.file());
    putIfKnown(properties, "format", source.format());
    Tlp tlp = source.tlp();
    putIfKnown(properties, "tlp", tlp == null ? null : tlp.word());
    putUnlessEmpty(
        properties,
        "derivesFrom",
        source.derivesFrom().stream().map(id -> id.value()).sorted().toList());
    properties.putAll(measures);
    return Map.of(GraphSchema.ID, source.id().value(), PROPERTIES, properties);
  }

  static Map<String, Object> of(StatedEntity stated) {
    String id = stated.entity().id().value();
    String source = stated.source().value();
    String statement = Hashes.shortHash(id + "|" + GraphSchema.STATED_IN + "|" + source);
    Map<String, Object> attributes = attributes(stated.entity());
    Map<String, Object> properties = said(stated);
    properties.put(GraphSchema.ID, statement);
    putUnlessEmpty(properties, GraphSchema.EVIDENCE, stated.evidence());
    return Map.of(
        GraphSchema.ID,
        id,
        "source",
        source,
        "statement",
        statement,
        "mention",
        isMention(stated.entity()),
        "attributes",
        attributes,
        PROPERTIES,
        properties);
  }

  /** What a source says of an entity. */
  static Map<String, Object> said(StatedEntity stated) {
    Map<String, Object> said = attributes(stated.entity());
    if (!isMention(stated.entity())) {
      said.put(GraphSchema.NAME, stated.entity().name());
    }
    return said;
  }

  /**
   * The properties of a description that its source gives again: a mention adds, all else replaces.
   */
  static Map<String, Object> saidAgain(Map<String, Object> before, StatedEntity again) {
    if (!isMention(again.entity())) {
      return properties(of(again));
    }
    Map<String, Object> both = new HashMap<>(before);
    both.putAll(said(again));
    return both;
  }

  /**
   * The properties of a link that its source states again: a claim's status is the analyst's and
   * outlasts that.
   */
  static Map<String, Object> statedAgain(Map<String, Object> before, Map<String, Object> again) {
    @Nullable Object status = before.get(GraphSchema.STATUS);
    if (status == null) {
      return again;
    }
    Map<String, Object> both = new HashMap<>(again);
    both.put(GraphSchema.STATUS, status);
    return both;
  }

  static Map<String, Object> of(Link link, Map<String, Object> measures) {
    String id = link.id();
    Map<String, Object> properties = new HashMap<>(measures);
    properties.put(GraphSchema.ID, id);
    properties.put(GraphSchema.SOURCE, link.source().value());
    properties.put(GraphSchema.COUNT, link.count());
    properties.put(GraphSchema.BASIS, link.basis().word());
    putUnlessEmpty(properties, GraphSchema.EVIDENCE, link.evidence());
    putIfKnown(properties, GraphSchema.FIRST_SEEN, link.firstSeen());
    putIfKnown(properties, GraphSchema.LAST_SEEN, link.lastSeen());
    putIfKnown(properties, GraphSchema.EVIDENCE_KIND, link.evidenceKind());
    putIfKnown(properties, GraphSchema.GRADE, link.grade());
    putIfKnown(properties, GraphSchema.NOTE, link.note());
    return Map.of(
        GraphSchema.ID,
        id,
        "from",
        link.from().value(),
        "to",
        link.to().value(),
        PROPERTIES,
        properties);
  }

  /** The properties part of a row. */
  @SuppressWarnings("unchecked") // the methods above put a map there
  static Map<String, Object> properties(Map<String, Object> row) {
    return (Map<String, Object>) row.getOrDefault(PROPERTIES, Map.of());
  }

  /**
   * Whether a description says no name: one made up from the id is not the source's word and must
   * not outdo another source's.
   */
  static boolean isMention(Entity entity) {
    return entity.name().equals(entity.id().local());
  }

  /** As the driver would store it; lists are of texts. */
  static Object stored(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(String::valueOf).toArray(String[]::new);
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value instanceof Float number ? (Object) number.doubleValue() : value;
  }

  private static Map<String, Object> attributes(Entity entity) {
    Map<String, Object> attributes = new HashMap<>(entity.attributes());
    attributes.values().removeIf(List.of()::equals);
    return attributes;
  }

  private static void putUnlessEmpty(Map<String, Object> row, String key, List<String> values) {
    if (!values.isEmpty()) {
      row.put(key, values);
    }
  }

  private static void putIfKnown(Map<String, Object> row, String key, @Nullable Object value) {
    if (value != null) {
      row.put(key, value.toString());
    }
  }
}
