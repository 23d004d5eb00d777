package org.clew.loader.observation;

import java.io.IOException;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** The one place where a failing disk becomes the user's sentence. */
final class Disk {
  private Disk() {}

  /** Work that touches the disk. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  static <T> T run(Work<T> work) {
    try {
      return work.run();
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The observation log cannot be read or written: " + e, e);
    }
  }
}
