package org.clew.loader.ingest;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.entity.Attribute;

/** Properties that a flat format writes as texts, turned into the values they have in the graph. */
final class PropertyTexts {
  /** Where a flat format keeps what has another name or type than it declares. */
  private static final String OTHER = "other";

  private final Map<String, Object> values = new TreeMap<>();

  /** A text that is no value of the type the file declares. */
  private record Unfit(String text) {
    @Override
    public String toString() {
      return text;
    }
  }

  /**
   * Adds a property.
   *
   * @param type the type that GraphML or GEXF declares: string, long, int, double, boolean …
   */
  void add(String name, String type, String text) {
    if (name.equals(OTHER)) {
      values.put(OTHER, JsonValues.parse(text));
    } else if (isList(name)) {
      values.put(name, JsonValues.parse(text) instanceof List<?> list ? list : new Unfit(text));
    } else {
      values.put(name, value(type, text));
    }
  }

  /** Takes a text out; empty where there is none. */
  String take(String name) {
    Object value = values.remove(name);
    return value == null ? "" : value.toString();
  }

  /** All that was added and not taken. */
  Map<String, Object> properties() {
    Map<String, Object> properties = new TreeMap<>(values);
    if (properties.remove(OTHER) instanceof Map<?, ?> others) {
      others.forEach((name, value) -> properties.put(name.toString(), value));
    }
    return properties;
  }

  private static boolean isList(String name) {
    return name.equals(GraphSchema.EVIDENCE)
        || name.equals("derivesFrom")
        || Attribute.ofKey(name).filter(a -> a.type() == Attribute.Type.LIST).isPresent();
  }

  private static Object value(String type, String text) {
    try {
      return switch (type) {
        case "long", "int", "integer" -> Long.valueOf(text);
        case "double", "float" -> Double.valueOf(text);
        case "boolean" ->
            text.equals("true") || text.equals("false") ? Boolean.valueOf(text) : new Unfit(text);
        default -> text;
      };
    } catch (NumberFormatException e) {
      return new Unfit(text);
    }
  }
}
