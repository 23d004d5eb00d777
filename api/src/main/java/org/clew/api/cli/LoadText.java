package org.clew.api.cli;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clew.api.ingest.LoadDocument;
import org.clew.loader.ingest.FileReport;

/** A load for people. */
final class LoadText {
  private LoadText() {}

  static List<String> of(LoadDocument document, Duration took) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "FILE", "FORMAT", "ROWS", "ACCEPTED", "DUPLICATE", "REJECTED", "VALUES REJECTED", ""));
    document.files().forEach(file -> rows.add(row(file)));
    List<String> lines = new ArrayList<>();
    lines.add(Printing.table(rows));
    document.files().forEach(file -> rejects(file, document.files().size() == 1, lines));
    lines.add(speed(document, took));
    if (document.dryRun()) {
      lines.add("Nothing was written (--dry-run).");
    }
    return lines;
  }

  private static String speed(LoadDocument document, Duration took) {
    long rows = document.files().stream().mapToLong(FileReport::rows).sum();
    double seconds = Math.max(took.toMillis(), 1) / 1e3;
    return String.format(
        Locale.ROOT,
        "%,d %s in %.1f s, %,.0f rows/s.",
        rows,
        rows == 1 ? "row" : "rows",
        seconds,
        rows / seconds);
  }

  /**
   * With one file the first rejects are shown, with many the first of each; all that are known
   * where no file holds them.
   */
  private static void rejects(FileReport file, boolean alone, List<String> lines) {
    file.firstRejects().stream()
        .limit(alone || file.rejectsFile() == null ? file.firstRejects().size() : 1)
        .forEach(reject -> lines.add("   " + Printing.plain(reject)));
    long all = file.rejected() + file.rejectedValues();
    if (file.rejectsFile() != null && (alone || all > 1)) {
      lines.add("   all of them: " + file.rejectsFile());
    } else if (file.rejectsFile() == null
        && all > file.firstRejects().size()
        && !file.alreadyLoaded()) {
      lines.add("   and " + count(all - file.firstRejects().size()) + " more");
    }
  }

  private static List<String> row(FileReport file) {
    return List.of(
        file.file(),
        Objects.requireNonNullElse(file.format(), "-"),
        count(file.rows()),
        count(file.accepted()),
        count(file.duplicate()),
        count(file.rejected()),
        count(file.rejectedValues()),
        file.failure() != null ? "not read" : Objects.requireNonNullElse(file.note(), ""));
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
