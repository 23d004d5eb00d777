package org.clew.loader.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.Hashes;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the records of a CSV file with a header and accounts for each: blank; duplicate,
 * when it equals an accepted one field by field; rejected; or accepted.
 */
final class CsvTable {
  private static final int MAX_RECORD = 1 << 26;

  private CsvTable() {}

  /**
   * A stray character after a closing quote must cost one row and not the file; the option is to go
   * in a later FastCSV, which has no other one for it yet.
   */
  @SuppressWarnings("removal")
  static CsvReader.CsvReaderBuilder builder() {
    return CsvReader.builder()
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(true)
        .maxBufferSize(MAX_RECORD);
  }

  static String columnName(String field) {
    return field.strip().toLowerCase(Locale.ROOT);
  }

  static void read(Input input, FactSink sink, RowHandler handler) {
    Set<String> accepted = new HashSet<>();
    List<String> columns = null;
    try (CsvReader<CsvRecord> csv = builder().ofCsvRecord(input.text())) {
      for (CsvRecord line : csv) {
        Row row =
            new Row(
                input.name(),
                line.getStartingLineNumber(),
                columns == null ? List.of() : columns,
                line.getFields());
        if (columns == null) {
          columns = row.isBlank() ? null : row.fields().stream().map(CsvTable::columnName).toList();
        } else {
          account(row, sink, handler, accepted);
        }
      }
    } catch (CsvParseException e) {
      throw new ClewException(
          Reason.UNREADABLE, input.name() + " is not a CSV file: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new ClewException(Reason.UNREADABLE, input.name() + " cannot be read to its end.", e);
    }
  }

  private static void account(Row row, FactSink sink, RowHandler handler, Set<String> accepted) {
    if (row.isBlank()) {
      sink.blank();
      return;
    }
    String key = Hashes.sha256(String.join("\u001f", row.fields()));
    if (accepted.contains(key)) {
      sink.duplicate();
      return;
    }
    RejectedRow fault = faultOf(row, handler);
    if (fault == null) {
      accepted.add(key);
      sink.accepted();
    } else {
      sink.rejectRow(fault);
    }
  }

  private static @Nullable RejectedRow faultOf(Row row, RowHandler handler) {
    if (row.fields().size() != row.columns().size()) {
      return row.reject(
          null,
          "The row has "
              + row.fields().size()
              + " fields, the header "
              + row.columns().size()
              + ".");
    }
    if (row.fields().stream().anyMatch(field -> field.indexOf('\uFFFD') >= 0)) {
      return row.reject(null, "The row holds bytes that are not UTF-8.");
    }
    return handler.handle(row);
  }
}
