package org.clew.loader.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Locale;

/**
 * The beginning of a file, from which its format is told.
 *
 * @param text up to 64 KiB of it
 * @param header the fields of its first line that is not empty, as CSV: stripped, in lower case
 */
public record Sample(String text, List<String> header) {
  static Sample of(String text) {
    return new Sample(text, header(text));
  }

  /** Whether the header has all of these columns; their case does not matter. */
  public boolean hasColumns(String... columns) {
    for (String column : columns) {
      if (!header.contains(column.toLowerCase(Locale.ROOT))) {
        return false;
      }
    }
    return true;
  }

  private static List<String> header(String text) {
    try (CsvReader<CsvRecord> csv =
        CsvTable.builder().ofCsvRecord(new LineReader(new StringReader(text)))) {
      for (CsvRecord line : csv) {
        if (line.getFields().stream().anyMatch(field -> !field.isBlank())) {
          return line.getFields().stream().map(CsvTable::columnName).toList();
        }
      }
      return List.of();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }
}
