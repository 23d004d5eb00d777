package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * A source, an entity, a statement or a link as an exported graph writes it.
 *
 * @param file the file's name
 * @param line the line at which it starts
 * @param properties by their names in the graph; texts, Long, Double, Boolean or lists of texts,
 *     and anything else where the file holds no such value
 */
record GraphRecord(String file, long line, Map<String, Object> properties) {
  String evidence() {
    return file + ":" + line;
  }

  boolean has(String key) {
    return properties.containsKey(key);
  }

  /** A text that must be there and not be blank. */
  String text(String key) throws CaseFault {
    String text = optional(key);
    if (text == null || text.isBlank()) {
      throw new CaseFault(key, "There is no " + key + ".");
    }
    return text;
  }

  /** A text, or null where there is none. */
  @Nullable String optional(String key) throws CaseFault {
    Object value = properties.get(key);
    if (value == null || value instanceof String) {
      return (String) value;
    }
    throw new CaseFault(key, "'" + value + "' is no text.");
  }

  /** A list of texts, empty where there is none. */
  List<String> texts(String key) throws CaseFault {
    Object value = properties.get(key);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof List<?> list)) {
      throw new CaseFault(key, "'" + value + "' is no list.");
    }
    List<String> texts = new ArrayList<>();
    for (Object item : list) {
      if (!(item instanceof String text)) {
        throw new CaseFault(key, "'" + item + "' is no text.");
      }
      texts.add(text);
    }
    return texts;
  }

  RejectedRow reject(@Nullable String key, String reason) {
    return new RejectedRow(file, line, key, reason, properties.toString());
  }
}
