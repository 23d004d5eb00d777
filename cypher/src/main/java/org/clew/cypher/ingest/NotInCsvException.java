package org.clew.cypher.ingest;

import org.clew.model.ClewException;

/** A value that the importer's CSV has no way of writing. */
final class NotInCsvException extends ClewException {
  private static final long serialVersionUID = 1L;

  NotInCsvException(String message) {
    super(Reason.UNREADABLE, message);
  }
}
