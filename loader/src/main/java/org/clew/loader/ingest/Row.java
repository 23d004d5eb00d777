package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
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
 * @param decoded whether it is known that no field holds U+FFFD, which stands for bytes that are no
 *     UTF-8, or NUL
 */
record Row(String file, long line, Columns columns, List<String> fields, boolean decoded) {
  private static final Pattern NOTHING =
      Pattern.compile("(?i)nan|none|null|n/?a|-+|\\[\\]|set\\(\\)");

  /** The field of a column, named in lower case, as in the file; empty where there is none. */
  String field(String column) {
    return cell(columns.place(column));
  }

  /** The field at a place from 0, as in the file; empty where there is none. */
  String cell(int place) {
    return place < 0 || place >= fields.size() ? "" : fields.get(place);
  }

  /** The stripped field of a column, empty where the table or the record lacks it. */
  String get(String column) {
    return CsvTable.stripped(field(column.toLowerCase(Locale.ROOT)));
  }

  boolean has(String column) {
    return !get(column).isEmpty();
  }

  /** Whether a column says anything: programs write {@code nan} or {@code N/A} for nothing. */
  boolean says(String column) {
    return has(column) && !NOTHING.matcher(get(column)).matches();
  }

  boolean isBlank() {
    for (String field : fields) {
      if (!CsvTable.stripped(field).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** Whether each field has a column: cells beyond the last column matter if they say something. */
  boolean fits() {
    return fields.size() == columns.size()
        || (fields.size() > columns.size()
            && fields.stream().skip(columns.size()).allMatch(String::isBlank));
  }

  /** The row with an empty field for each column after its last. */
  Row filled() {
    if (fields.size() >= columns.size()) {
      return this;
    }
    List<String> all = new ArrayList<>(fields);
    all.addAll(Collections.nCopies(columns.size() - fields.size(), ""));
    return new Row(file, line, columns, all, decoded);
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
