package org.clew.api.export;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.source.SourceView;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/**
 * The properties that nodes and relationships have in the graph, without their ids. A value that is
 * not known is left out, and so is an empty list.
 */
final class GraphProperties {
  static final String QUALITY = "quality";

  private GraphProperties() {}

  static SortedMap<String, Object> of(SourceView source) {
    SortedMap<String, Object> properties = new TreeMap<>();
    properties.put(GraphSchema.NAME, source.title());
    properties.put("title", source.title());
    properties.put(GraphSchema.GRADE, source.grade());
    putIfKnown(properties, "publisher", source.publisher());
    putIfKnown(properties, "date", source.date());
    putIfKnown(properties, "licence", source.licence());
    putIfKnown(properties, "url", source.url());
    putIfKnown(properties, "sha256", source.sha256());
    putIfKnown(properties, "file", source.file());
    putIfKnown(properties, "format", source.format());
    putIfKnown(properties, "derivesFrom", source.derivesFrom());
    putIfKnown(properties, "tlp", source.tlp());
    return properties;
  }

  static SortedMap<String, Object> of(EntityView entity) {
    SortedMap<String, Object> properties = known(entity.attributes());
    properties.put(GraphSchema.NAME, entity.name());
    return properties;
  }

  /** The quality follows from the grade, but for a detection run. */
  static SortedMap<String, Object> ofSource(SourceView source, SortedMap<String, Object> all) {
    all.remove(QUALITY, Grade.parse(source.grade()).quality());
    return withoutEmpty(all);
  }

  static SortedMap<String, Object> known(Map<String, Object> all) {
    return withoutEmpty(new TreeMap<>(all));
  }

  /** Takes empty lists out of the map it is given: there can be millions of them. */
  static SortedMap<String, Object> withoutEmpty(SortedMap<String, Object> properties) {
    properties.values().removeIf(value -> value instanceof List<?> list && list.isEmpty());
    return properties;
  }

  static SortedMap<String, Object> of(LinkView link) {
    SortedMap<String, Object> properties = new TreeMap<>();
    properties.put(GraphSchema.SOURCE, link.source().value());
    properties.put(GraphSchema.COUNT, link.count());
    properties.put(GraphSchema.BASIS, link.basis());
    putIfKnown(properties, GraphSchema.EVIDENCE_KIND, link.evidenceKind());
    putIfKnown(properties, GraphSchema.GRADE, link.grade());
    putIfKnown(properties, GraphSchema.FIRST_SEEN, link.firstSeen());
    putIfKnown(properties, GraphSchema.LAST_SEEN, link.lastSeen());
    putIfKnown(properties, GraphSchema.EVIDENCE, link.evidence());
    putIfKnown(properties, GraphSchema.NOTE, link.note());
    putIfKnown(properties, GraphSchema.STATUS, link.status());
    return properties;
  }

  /** The id that the relationship between an entity and a source has in the graph. */
  static String statementId(EntityId entity, EntityId source) {
    return Hashes.shortHash(entity + "|" + GraphSchema.STATED_IN + "|" + source);
  }

  private static void putIfKnown(
      Map<String, Object> properties, String name, @Nullable Object value) {
    if (value != null && !value.equals(List.of())) {
      properties.put(name, value);
    }
  }
}
