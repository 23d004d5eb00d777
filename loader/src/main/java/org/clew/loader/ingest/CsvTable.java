package org.clew.loader.ingest;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the records of a CSV file with a header and accounts for each: blank; duplicate,
 * when it equals an accepted one field by field; rejected; or accepted.
 */
final class CsvTable {
  private static final int MAX_RECORD = 1 << 26;

  /** What no eye sees and spreadsheets leave at the ends of a cell. */
  private static final String INVISIBLE = "\u00a0\u200b\u200e\u200f\ufeff";

  /** The line in which Excel names the separator, read by whatever separator. */
  private static final Pattern SEPARATOR_LINE = Pattern.compile("sep=[,;\t|]?");

  private CsvTable() {}

  /**
   * A stray character after a closing quote must cost one row and not the file; the option is to go
   * in a later FastCSV, which has no other one for it yet.
   */
  @SuppressWarnings("removal")
  static CsvReader.CsvReaderBuilder builder(char separator) {
    return CsvReader.builder()
        .fieldSeparator(separator)
        .skipEmptyLines(false)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
        .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .allowExtraCharsAfterClosingQuote(true)
        .allowUnclosedQuote(true)
        .maxBufferSize(MAX_RECORD);
  }

  static String columnName(String field) {
    return stripped(field).replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }

  /** A text without white space and invisible characters at its ends. */
  static String stripped(String field) {
    int start = 0;
    int end = field.length();
    while (start < end && isInvisible(field.charAt(start))) {
      start++;
    }
    while (end > start && isInvisible(field.charAt(end - 1))) {
      end--;
    }
    return field.substring(start, end);
  }

  private static boolean isInvisible(char c) {
    return Character.isWhitespace(c) || INVISIBLE.indexOf(c) >= 0;
  }

  /** Whether a line before the header is blank or only names the separator. */
  static boolean isPreamble(List<String> fields) {
    return fields.stream().allMatch(field -> stripped(field).isEmpty())
        || (SEPARATOR_LINE.matcher(fields.get(0)).matches()
            && fields.stream().skip(1).allMatch(String::isEmpty));
  }

  static void read(Input input, FactSink sink, RowHandler handler) {
    read(input, sink, Row::fields, CsvTable::undecodable, handler);
  }

  /**
   * Reads a table that people write: a row may end with its last value, whatever columns follow.
   */
  static void readByHand(Input input, FactSink sink, RowHandler handler) {
    read(input, sink, row -> row.filled().fields(), CsvTable::undecodable, handler, true);
  }

  /**
   * Reads a table.
   *
   * @param key what makes rows different; a row with the key of an accepted one is a duplicate
   * @param fault why a row cannot be taken over whatever it says; null for no such reason
   */
  static void read(
      Input input,
      FactSink sink,
      Function<Row, List<String>> key,
      RowHandler fault,
      RowHandler handler) {
    read(input, sink, key, fault, handler, false);
  }

  private static void read(
      Input input,
      FactSink sink,
      Function<Row, List<String>> key,
      RowHandler fault,
      RowHandler handler,
      boolean byHand) {
    RowKeys accepted = new RowKeys();
    RowHandler whole = row -> faultOf(byHand ? row.filled() : row, fault, handler);
    List<String> columns = null;
    try (CsvReader<CsvRecord> csv = builder(input.sample().separator()).ofCsvRecord(input.text());
        ReadAhead<CsvRecord> lines = new ReadAhead<>(csv::iterator)) {
      while (lines.hasNext()) {
        CsvRecord line = lines.next();
        Row row =
            new Row(
                input.name(),
                line.getStartingLineNumber(),
                columns == null ? List.of() : columns,
                List.of(line.getFields().toArray(new String[0])));
        if (columns == null) {
          columns =
              isPreamble(row.fields())
                  ? null
                  : row.fields().stream().map(CsvTable::columnName).toList();
        } else {
          account(row, sink, key.apply(row), whole, accepted);
        }
      }
    } catch (CsvParseException e) {
      throw new ClewException(
          Reason.UNREADABLE,
          cannotBeRead(e)
              ? input.name() + " is damaged or cut off; nothing of it was loaded."
              : input.name() + " is not a CSV file: " + e.getMessage(),
          e);
    } catch (IOException e) {
      throw new ClewException(Reason.UNREADABLE, input.name() + " cannot be read to its end.", e);
    }
  }

  private static boolean cannotBeRead(Throwable failure) {
    for (Throwable cause = failure.getCause(); cause != null; cause = cause.getCause()) {
      if (cause instanceof IOException || cause instanceof UncheckedIOException) {
        return true;
      }
    }
    return false;
  }

  private static void account(
      Row row, FactSink sink, List<String> identity, RowHandler handler, RowKeys accepted) {
    if (row.isBlank()) {
      sink.blank();
      return;
    }
    RowKeys.Key key = accepted.key(identity);
    if (accepted.contains(key)) {
      sink.duplicate();
      return;
    }
    RejectedRow fault = handler.handle(row);
    if (fault == null) {
      accepted.add(key);
      sink.accepted();
    } else {
      sink.rejectRow(fault);
    }
  }

  private static @Nullable RejectedRow faultOf(Row row, RowHandler fault, RowHandler handler) {
    if (!row.fits()) {
      return row.reject(
          null,
          "The row has "
              + row.fields().size()
              + " fields, the header "
              + row.columns().size()
              + ".");
    }
    RejectedRow rejected = fault.handle(row);
    return rejected == null ? handler.handle(row) : rejected;
  }

  private static @Nullable RejectedRow undecodable(Row row) {
    for (String field : row.fields()) {
      if (field.indexOf('\uFFFD') >= 0) {
        return row.reject(null, "The row holds bytes that are not UTF-8.");
      }
      if (field.indexOf('\0') >= 0) {
        return row.reject(null, "The row holds a NUL byte, which no text has.");
      }
    }
    return null;
  }
}
