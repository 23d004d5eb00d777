package org.clew.loader.ingest;

import org.clew.model.ClewException;

/** No reader recognises a file, which is no fault of a file that merely lies in a folder. */
final class UnknownFormatException extends ClewException {
  private static final long serialVersionUID = 1L;

  UnknownFormatException(String message) {
    super(Reason.UNREADABLE, message);
  }
}
