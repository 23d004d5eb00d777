package org.clew.loader.ingest;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * A record of a table.
 *
 * @param file the file's name
 * @param line the line at which it starts, from 1
 * @param columns the columns of its table
 * @param fields the fields as they stand in the file
 */
record Row(String file, long line, Columns columns, List<String> fields) {
  /** The field of a column, named in lower case, as in the file; empty where there is none. */
  String field(String column) {
    return columns.field(fields, column);
  }

  /** The stripped field of a column, empty where the table or the record lacks it. */
  String get(String column) {
    return field(column.toLowerCase(Locale.ROOT)).strip();
  }

  boolean has(String column) {
    return !get(column).isEmpty();
  }

  boolean isBlank() {
    for (String field : fields) {
      if (!field.isBlank()) {
        return false;
      }
    }
    return true;
  }

  String evidence() {
    return file + ":" + line;
  }

  RejectedRow reject(@Nullable String column, String reason) {
    return new RejectedRow(file, line, column, reason, raw());
  }

  private String raw() {
    return fields.stream().map(Row::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String field) {
    boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
    return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
  }
}
