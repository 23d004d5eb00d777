package org.clew.api.cli;

import java.io.PrintStream;
import org.clew.loader.coordination.DetectionProgress;

/** One line on standard error that tells how far a detection is; quiet when nobody looks. */
final class DetectProgress implements DetectionProgress, AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean shown = Boolean.getBoolean("clew.terminal");

  DetectProgress(PrintStream err) {
    this.err = err;
  }

  @Override
  public void report(String what, int done, int total) {
    if (shown) {
      String text = total > 1 ? what + " " + done + " of " + total : what;
      err.print(CLEAR_LINE + Printing.plain(text));
      err.flush();
    }
  }

  @Override
  public void close() {
    if (shown) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }
}
