package org.clew.loader.ingest;

import com.google.common.collect.Iterators;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * Walks through the records of a CSV file with a header and accounts for each, as {@link
 * RowOutcomes} tells.
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
    read(input, sink, CsvTable::undecodable, handler);
  }

  /**
   * Reads a table that people write: a row may end with its last value, whatever columns follow.
   */
  static void readByHand(Input input, FactSink sink, RowHandler handler) {
    take(input, sink, Row::filled, CsvTable::undecodable, handler);
  }

  /**
   * Reads a table in which a row equal to an accepted one is a duplicate.
   *
   * @param fault why a row cannot be taken over whatever it says; null for no such reason
   * @param handler takes a row over, on the caller's thread
   */
  static void read(Input input, FactSink sink, RowHandler fault, RowHandler handler) {
    take(input, sink, UnaryOperator.identity(), fault, handler);
  }

  private static void take(
      Input input, FactSink sink, UnaryOperator<Row> shape, RowHandler fault, RowHandler handler) {
    RowOutcomes<Row> outcomes =
        new RowOutcomes<>(
            Row::fields,
            fault,
            row -> {
              RejectedRow reject = handler.handle(row);
              return reject == null ? RowOutcome.accepted(row) : RowOutcome.rejected(reject);
            });
    walk(
        input,
        shape,
        outcomes,
        rows -> {
          while (rows.hasNext()) {
            count(outcomes.of(rows.next()), sink, row -> {});
          }
        });
  }

  /**
   * Reads a table on two threads beside the caller's: one splits it into rows, one parses them.
   *
   * @param outcomes used on these threads alone
   * @param taker takes what accepted rows say, in their order, on the caller's thread
   */
  static <P> void readAhead(
      Input input, FactSink sink, RowOutcomes<P> outcomes, Consumer<P> taker) {
    walk(
        input,
        UnaryOperator.identity(),
        outcomes,
        rows -> {
          try (ReadAhead<RowOutcome<P>> parsed =
              new ReadAhead<>("clew-parser", () -> Iterators.transform(rows, outcomes::of))) {
            while (parsed.hasNext()) {
              count(parsed.next(), sink, taker);
            }
          }
        });
  }

  private static void walk(
      Input input,
      UnaryOperator<Row> shape,
      RowOutcomes<?> outcomes,
      Consumer<Iterator<RowOutcomes.KeyedRow>> walker) {
    try (CsvReader<TableRecord> csv =
            builder(input.sample().separator()).build(new TableRecords(), input.text());
        ReadAhead<RowOutcomes.KeyedRow> rows =
            new ReadAhead<>(
                "clew-reader",
                () ->
                    Iterators.transform(
                        new TableRows(input.name(), csv.iterator()),
                        row -> outcomes.keyed(shape.apply(row))),
                outcomes::fetch)) {
      walker.accept(rows);
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

  private static <P> void count(RowOutcome<P> outcome, FactSink sink, Consumer<P> taker) {
    switch (outcome.fate()) {
      case BLANK -> sink.blank();
      case DUPLICATE -> sink.duplicate();
      case REJECTED -> sink.rejectRow(Objects.requireNonNull(outcome.reject()));
      case ACCEPTED -> {
        taker.accept(Objects.requireNonNull(outcome.parsed()));
        sink.accepted();
      }
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

  private static @Nullable RejectedRow undecodable(Row row) {
    if (row.decoded()) {
      return null;
    }
    for (String field : row.fields()) {
      if (field.indexOf('\uFFFD') >= 0) {
        return row.reject(
            null,
            "The row holds bytes that are not UTF-8; if the file has another encoding, name it.");
      }
      if (field.indexOf('\0') >= 0) {
        return row.reject(null, "The row holds a NUL byte, which no text has.");
      }
    }
    return null;
  }
}
