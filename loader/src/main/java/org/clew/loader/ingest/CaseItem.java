package org.clew.loader.ingest;

import java.util.List;
import java.util.Map;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * A source, an entity or a link as a case file writes it.
 *
 * @param file the file's name
 * @param line the line at which it starts
 * @param raw its text
 * @param values the values of each key, in the order of the file; none where the key stands alone
 * @param lines the line of each key
 */
record CaseItem(
    String file, long line, String raw, Map<String, List<String>> values, Map<String, Long> lines) {
  /** The single value of a key, empty where it has none or several. */
  String one(String key) {
    List<String> list = many(key);
    return list.size() == 1 ? list.get(0) : "";
  }

  List<String> many(String key) {
    return values.getOrDefault(key, List.of());
  }

  boolean has(String key) {
    return !many(key).isEmpty();
  }

  String evidence() {
    return file + ":" + line;
  }

  RejectedRow reject(@Nullable String key, String reason) {
    long at = key == null ? line : lines.getOrDefault(key, line);
    return new RejectedRow(file, at, key, reason, raw);
  }
}
