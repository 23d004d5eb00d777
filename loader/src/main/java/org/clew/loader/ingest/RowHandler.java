package org.clew.loader.ingest;

import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/** Turns one record into facts. */
@FunctionalInterface
interface RowHandler {
  /** The rejection of the row, before which it stated nothing; null when it is accepted. */
  @Nullable RejectedRow handle(Row row);
}
