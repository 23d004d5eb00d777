package org.clew.loader.observation;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** Feeds the records of a CSV file to a parser. */
final class CsvRows {
  /** A parser of rows. */
  @FunctionalInterface
  interface RowParser {
    ParsedPost parse(long line, UnaryOperator<String> columns);
  }

  private CsvRows() {}

  static List<ParsedPost> ofText(String csv, RowParser parser) {
    return CsvReader.builder().ofNamedCsvRecord(csv).stream()
        .map(row -> parse(row, parser))
        .toList();
  }

  static List<ParsedPost> ofGzip(Path file, RowParser parser) throws IOException {
    List<ParsedPost> rows = new ArrayList<>();
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file));
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder().ofNamedCsvRecord(in, StandardCharsets.UTF_8)) {
      reader.forEach(row -> rows.add(parse(row, parser)));
    }
    return rows;
  }

  private static ParsedPost parse(NamedCsvRecord row, RowParser parser) {
    return parser.parse(row.getStartingLineNumber(), column -> row.findField(column).orElse(""));
  }
}
