package org.clew.loader.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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

  /**
   * Puts aside a key that the item cannot have.
   *
   * @param what what it is not a key of, as in "a link"
   * @throws CaseFault when it is nearly a known one, so that something else was meant
   */
  void leaveOut(String key, Set<String> known, String what, FactSink sink) throws CaseFault {
    String reason = "'" + key + "' is not a key of " + what + ".";
    Optional<String> meant = CaseKeys.meant(key, known);
    if (meant.isPresent()) {
      throw new CaseFault(key, reason + " Did you mean '" + meant.get() + "'?");
    }
    if (has(key)) {
      sink.rejectValue(reject(key, reason + " It was left out."));
    }
  }

  /** The single value of a key whose values are words: in lower case, with hyphens. */
  String word(String key) {
    return one(key).toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", "-");
  }

  RejectedRow reject(@Nullable String key, String reason) {
    long at = key == null ? line : lines.getOrDefault(key, line);
    return new RejectedRow(file, at, key, reason, raw);
  }
}
