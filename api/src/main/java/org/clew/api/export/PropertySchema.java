package org.clew.api.export;

import static org.clew.api.export.ValueType.LIST;
import static org.clew.api.export.ValueType.LONG;
import static org.clew.api.export.ValueType.STRING;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.entity.Attribute;

/**
 * The properties that flat formats declare before the first node. What has another name or type
 * than declared goes as a JSON object into {@link #OTHER}, so that nothing is lost.
 *
 * @param types declared types by property name
 */
record PropertySchema(SortedMap<String, ValueType> types) {
  /** The name of the property that holds what is not declared. */
  static final String OTHER = "other";

  /** Entities and sources. */
  static final PropertySchema NODE = node();

  /** Links and statements. */
  static final PropertySchema EDGE = edge();

  /** The texts of properties by their names, in the order of the names. */
  SortedMap<String, String> texts(Map<String, Object> properties) {
    SortedMap<String, String> texts = new TreeMap<>();
    SortedMap<String, Object> others = new TreeMap<>();
    properties.forEach(
        (name, value) -> {
          ValueType type = types.get(name);
          if (type == null || !type.holds(value) || name.equals(OTHER)) {
            others.put(name, value);
          } else {
            texts.put(name, type.text(value));
          }
        });
    if (!others.isEmpty()) {
      texts.put(OTHER, ValueType.json(others));
    }
    return texts;
  }

  private static PropertySchema node() {
    SortedMap<String, ValueType> types = attributes();
    List.of("title", "publisher", "date", "licence", "sha256", "file", "format", "tlp")
        .forEach(name -> types.put(name, STRING));
    types.put(GraphSchema.GRADE, STRING);
    types.put("derivesFrom", LIST);
    return new PropertySchema(types);
  }

  private static PropertySchema edge() {
    SortedMap<String, ValueType> types = attributes();
    List.of(
            GraphSchema.SOURCE,
            GraphSchema.FIRST_SEEN,
            GraphSchema.LAST_SEEN,
            GraphSchema.BASIS,
            GraphSchema.EVIDENCE_KIND,
            GraphSchema.GRADE)
        .forEach(name -> types.put(name, STRING));
    types.put(GraphSchema.COUNT, LONG);
    types.put(GraphSchema.EVIDENCE, LIST);
    return new PropertySchema(types);
  }

  private static SortedMap<String, ValueType> attributes() {
    SortedMap<String, ValueType> types = new TreeMap<>();
    for (Attribute attribute : Attribute.values()) {
      types.put(attribute.key(), ValueType.valueOf(attribute.type().name()));
    }
    types.put(GraphSchema.NAME, STRING);
    types.put(OTHER, STRING);
    return types;
  }
}
