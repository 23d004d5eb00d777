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
 * @param separator what separates the fields of its first line that is not empty, as CSV: a comma,
 *     or the semicolon, tab or bar that spreadsheets write in its place
 * @param header the fields of that line: stripped, in lower case
 */
public record Sample(String text, char separator, List<String> header) {
  private static final List<Character> SEPARATORS = List.of(',', ';', '\t', '|');

  /** The separator by which the first line has most fields; a comma where there is none. */
  static Sample of(String text) {
    char separator = ',';
    List<String> header = header(text, separator);
    for (char other : SEPARATORS) {
      List<String> fields = header(text, other);
      if (fields.size() > header.size()) {
        separator = other;
        header = fields;
      }
    }
    return new Sample(text, separator, header);
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

  private static List<String> header(String text, char separator) {
    try (CsvReader<CsvRecord> csv =
        CsvTable.builder(separator).ofCsvRecord(new LineReader(new StringReader(text)))) {
      for (CsvRecord line : csv) {
        if (!CsvTable.isPreamble(line.getFields())) {
          return line.getFields().stream().map(CsvTable::columnName).toList();
        }
      }
      return List.of();
    } catch (IOException | RuntimeException e) {
      return List.of();
    }
  }
}
