package org.clew.api.export;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Reads what {@link CsvArchiveWriter} writes. */
final class CsvFiles {
  private static final Pattern HARMLESS = Pattern.compile("(?s)'+[=+\\-@\t\u0000].*");

  private CsvFiles() {}

  /** The text of each file by its name. */
  static Map<String, String> texts(byte[] archive) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return texts;
  }

  /** Rows by column; empty cells are left out and apostrophes taken away. */
  static List<Map<String, String>> rows(String csv) {
    List<Map<String, String>> rows = new ArrayList<>();
    CsvReader.builder().ofNamedCsvRecord(csv).forEach(record -> rows.add(row(record)));
    return rows;
  }

  static String decode(String cell) {
    return HARMLESS.matcher(cell).matches() ? cell.substring(1) : cell;
  }

  static List<String> list(String cell) {
    List<String> items = new ArrayList<>();
    StringBuilder item = new StringBuilder();
    for (int i = 0; i < cell.length(); i++) {
      char c = cell.charAt(i);
      if (c == '\\') {
        i++;
        item.append(cell.charAt(i));
      } else if (c == '|') {
        items.add(item.toString());
        item.setLength(0);
      } else {
        item.append(c);
      }
    }
    items.add(item.toString());
    return items;
  }

  private static Map<String, String> row(NamedCsvRecord record) {
    Map<String, String> row = new LinkedHashMap<>();
    record
        .getFieldsAsMap()
        .forEach(
            (column, cell) -> {
              if (!cell.isEmpty()) {
                row.put(column, decode(cell));
              }
            });
    return row;
  }
}
