package org.clew.api.export;

import com.fasterxml.jackson.databind.JsonNode;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import org.clew.api.Json;

/** Documents as a table for a spreadsheet, in which no text is a formula. */
public final class CsvDocument {
  private CsvDocument() {}

  /**
   * The table, in UTF-8, with a line of column names.
   *
   * @param columns fields of the documents; lists and objects become JSON
   */
  public static byte[] of(List<String> columns, Collection<?> documents) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(columns);
      for (Object document : documents) {
        JsonNode row = Json.mapper().valueToTree(document);
        csv.writeRecord(columns.stream().map(column -> cell(row.path(column))).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String cell(JsonNode value) {
    if (value.isNull() || value.isMissingNode()) {
      return "";
    }
    return value.isNumber()
        ? value.asText()
        : CsvCells.of(value.isTextual() ? value.asText() : value);
  }
}
