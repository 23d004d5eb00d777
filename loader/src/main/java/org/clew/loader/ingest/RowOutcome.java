package org.clew.loader.ingest;

import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row of a table.
 *
 * @param fate which of the counts it goes to
 * @param parsed what an accepted row says
 * @param reject why a rejected row is not taken over
 */
record RowOutcome<P>(Fate fate, @Nullable P parsed, @Nullable RejectedRow reject) {
  /** The four ways of a row. */
  enum Fate {
    ACCEPTED,
    REJECTED,
    DUPLICATE,
    BLANK
  }

  static <P> RowOutcome<P> accepted(P parsed) {
    return new RowOutcome<>(Fate.ACCEPTED, parsed, null);
  }

  static <P> RowOutcome<P> rejected(RejectedRow reject) {
    return new RowOutcome<>(Fate.REJECTED, null, reject);
  }

  static <P> RowOutcome<P> without(Fate fate) {
    return new RowOutcome<>(fate, null, null);
  }
}
