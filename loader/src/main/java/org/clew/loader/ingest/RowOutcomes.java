package org.clew.loader.ingest;

import java.util.List;
import java.util.function.Function;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * Tells what becomes of each row of a table: blank; duplicate, when it has the key of an accepted
 * one; rejected; or accepted, with what it says.
 */
final class RowOutcomes<P> {
  private final Function<Row, List<String>> identity;
  private final RowHandler fault;
  private final RowParser<P> parser;
  private final RowDigest digest = new RowDigest();
  private final RowKeys accepted = new RowKeys();

  /**
   * Says what a row holds, or why it is rejected: never blank or a duplicate. A row is rejected,
   * too, when this throws that a value is none, such as an id that is too long.
   */
  @FunctionalInterface
  interface RowParser<P> {
    RowOutcome<P> parse(Row row);
  }

  /** A row and its key, which a blank row lacks. */
  record KeyedRow(Row row, RowKeys.@Nullable Key key) {}

  /**
   * Outcomes of one table.
   *
   * @param identity what makes rows different
   * @param fault why a row cannot be taken over whatever it says; null for no such reason
   */
  RowOutcomes(Function<Row, List<String>> identity, RowHandler fault, RowParser<P> parser) {
    this.identity = identity;
    this.fault = fault;
    this.parser = parser;
  }

  /** The key of a row; may be asked for ahead, on another thread than the outcome. */
  KeyedRow keyed(Row row) {
    return new KeyedRow(row, row.isBlank() ? null : digest.of(identity.apply(row)));
  }

  /** Told of rows whose outcome is asked for soon. */
  void fetch(List<KeyedRow> rows) {
    for (KeyedRow row : rows) {
      RowKeys.Key key = row.key();
      if (key != null) {
        accepted.fetch(key);
      }
    }
  }

  /** What becomes of the next row. */
  RowOutcome<P> of(KeyedRow keyed) {
    RowKeys.Key key = keyed.key();
    if (key == null) {
      return RowOutcome.without(RowOutcome.Fate.BLANK);
    }
    if (!accepted.add(key)) {
      return RowOutcome.without(RowOutcome.Fate.DUPLICATE);
    }
    RowOutcome<P> outcome = parse(keyed.row());
    if (outcome.fate() != RowOutcome.Fate.ACCEPTED) {
      accepted.removeLast();
    }
    return outcome;
  }

  private RowOutcome<P> parse(Row row) {
    if (!row.fits()) {
      return RowOutcome.rejected(
          row.reject(
              null,
              "The row has "
                  + row.fields().size()
                  + " fields, the header "
                  + row.columns().size()
                  + "."));
    }
    RejectedRow rejected = fault.handle(row);
    try {
      return rejected == null ? parser.parse(row) : RowOutcome.rejected(rejected);
    } catch (ClewException e) {
      if (e.reason() != Reason.USAGE) {
        throw e;
      }
      return RowOutcome.rejected(row.reject(null, String.valueOf(e.getMessage())));
    }
  }
}
