package org.clew.cypher.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.StringJoiner;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * One pair of header and data file as Neo4j's importer reads them. The first rows decide which
 * columns there are, since the importer wants every row to have all of them; later rows that do not
 * fit go into another table.
 */
final class ImportTable implements AutoCloseable {
  /** Stands between the elements of a list; nothing can quote it. */
  static final String LIST_DELIMITER = "\u001f";

  private static final int BUFFER_CHARS = 1 << 16;

  private static final int ROWS_THAT_DECIDE = 1_000;

  /** Tells an empty text from a missing one. */
  private static final QuoteStrategy QUOTE_TEXTS =
      new QuoteStrategy() {
        @Override
        public boolean quoteEmpty(int lineNo, int fieldIdx) {
          return true;
        }

        @Override
        public boolean quoteValue(int lineNo, int fieldIdx, String value) {
          return true;
        }
      };

  private record Row(List<String> first, Map<String, Object> properties) {}

  private final Path header;
  private final Path data;
  private final List<String> firstColumns;
  private final Map<String, String> types = new LinkedHashMap<>();
  private final List<Row> first = new ArrayList<>();
  private final CsvWriter csv;

  /**
   * An empty table.
   *
   * @param name of its files, without ending
   * @param firstColumns header of the columns that every row has
   */
  ImportTable(Path folder, String name, List<String> firstColumns) {
    this.header = folder.resolve(name + "-header.csv");
    this.data = folder.resolve(name + ".csv");
    this.firstColumns = firstColumns;
    try {
      csv =
          CsvWriter.builder()
              .quoteStrategy(QUOTE_TEXTS)
              .lineDelimiter(LineDelimiter.LF)
              .bufferSize(BUFFER_CHARS)
              .build(Files.newOutputStream(data), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The files as the importer's options name them. */
  String files() {
    return header + "," + data;
  }

  /** Whether each of the properties has, or may still get, a column of its type. */
  boolean takes(Map<String, Object> properties) {
    for (Entry<String, Object> property : properties.entrySet()) {
      @Nullable String type = types.get(property.getKey());
      if (type == null ? !isUndecided() : !type.equals(type(property.getValue()))) {
        return false;
      }
    }
    return true;
  }

  /** Adds a row. */
  void add(List<String> firstValues, Map<String, Object> properties) {
    Row row = new Row(firstValues, properties);
    if (!isUndecided()) {
      write(row);
      return;
    }
    properties.forEach((name, value) -> types.computeIfAbsent(name, key -> type(value)));
    first.add(row);
    if (!isUndecided()) {
      first.forEach(this::write);
    }
  }

  /** Writes what is held back, and the header. */
  @Override
  public void close() {
    try {
      if (isUndecided()) {
        first.forEach(this::write);
      }
      csv.close();
      List<String> names = new ArrayList<>(firstColumns);
      types.forEach((name, type) -> names.add(name + ":" + type));
      Files.writeString(header, String.join(",", names) + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean isUndecided() {
    return first.size() < ROWS_THAT_DECIDE;
  }

  private void write(Row row) {
    @Nullable String[] fields = new @Nullable String[firstColumns.size() + types.size()];
    int next = 0;
    for (String value : row.first()) {
      fields[next++] = value;
    }
    for (String name : types.keySet()) {
      fields[next++] = text(row.properties().get(name));
    }
    csv.writeRecord(fields);
  }

  private static String type(Object value) {
    if (value instanceof String) {
      return "string";
    }
    if (value instanceof Boolean) {
      return "boolean";
    }
    if (value instanceof Long || value instanceof Integer) {
      return "long";
    }
    if (value instanceof Number) {
      return "double";
    }
    if (value instanceof List<?>) {
      return "string[]";
    }
    throw new IllegalArgumentException("No property has the type " + value.getClass() + ".");
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof List<?> list ? joined(list) : value == null ? null : value.toString();
  }

  private static String joined(List<?> list) {
    StringJoiner joined = new StringJoiner(LIST_DELIMITER);
    boolean separable = true;
    for (Object element : list) {
      String text = String.valueOf(element);
      separable &= !text.contains(LIST_DELIMITER);
      joined.add(text);
    }
    if (!separable || joined.length() == 0) {
      throw new ClewException(
          Reason.UNREADABLE, "The list '" + joined + "' cannot be written as CSV.");
    }
    return joined.toString();
  }
}
