package org.clew.api.cli;

import java.io.PrintStream;
import java.util.Locale;
import org.clew.loader.ingest.LoadListener;

/**
 * One line on standard error that tells how far a load is, where somebody looks, and what it waits
 * for.
 */
final class LoadProgress implements LoadListener, AutoCloseable {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream err;
  private final boolean shown = Boolean.getBoolean("clew.terminal");
  private final StopSignal stop;
  private long started = System.nanoTime();

  LoadProgress(PrintStream err, StopSignal stop) {
    this.err = err;
    this.stop = stop;
    stop.heed();
  }

  @Override
  public void reading(String file) {
    started = System.nanoTime();
    show("reading " + file);
  }

  @Override
  public void waiting(String file) {
    err.println(
        (shown ? CLEAR_LINE : "")
            + "clew: "
            + Printing.plain(file)
            + " waits until another load has read its posts");
  }

  @Override
  public void rowsRead(String file, long rows, double share) {
    double seconds = Math.max((System.nanoTime() - started) / 1e9, 1e-3);
    String read = String.format(Locale.ROOT, "%s: %,d rows read", file, rows);
    String rate = String.format(Locale.ROOT, ", %,.0f/s", rows / seconds);
    show(
        share == 0
            ? read + rate
            : read
                + String.format(Locale.ROOT, " (%.0f %%)", 100 * share)
                + rate
                + String.format(Locale.ROOT, ", %.0f s left", seconds * (1 - share) / share));
  }

  @Override
  public void building(long facts) {
    show(String.format(Locale.ROOT, "building the graph with %,d facts", facts));
  }

  @Override
  public boolean isStopRequested() {
    return stop.isRequested();
  }

  @Override
  public void writing(String file, long written, long total) {
    double seconds = (System.nanoTime() - started) / 1e9;
    double rate = written / Math.max(seconds, 1e-3);
    long share = total == 0 ? 100 : written * 100 / total;
    show(
        String.format(
            Locale.ROOT,
            "%s: %,d of %,d facts (%d %%), %,.0f/s, %.0f s left",
            file,
            written,
            total,
            share,
            rate,
            (total - written) / Math.max(rate, 1)));
  }

  /** The work came to its end; where that was sooner than a stop that was asked for, it says so. */
  void complete() {
    if (stop.isRequested()) {
      clear();
      err.println("clew: All was done before it could be stopped.");
    }
  }

  @Override
  public void close() {
    stop.ignore();
    clear();
  }

  private void clear() {
    if (shown) {
      err.print(CLEAR_LINE);
      err.flush();
    }
  }

  private void show(String text) {
    if (shown) {
      err.print(CLEAR_LINE + Printing.plain(text));
      err.flush();
    }
  }
}
