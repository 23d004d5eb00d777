package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.clew.api.ingest.LoadDocument;
import org.clew.loader.ingest.FileReport;

/** A load for people. */
final class LoadText {
  private LoadText() {}

  static List<String> of(LoadDocument document) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "FILE", "FORMAT", "ROWS", "ACCEPTED", "DUPLICATE", "REJECTED", "VALUES REJECTED", ""));
    document.files().forEach(file -> rows.add(row(file)));
    List<String> lines = new ArrayList<>();
    lines.add(Printing.table(rows));
    for (FileReport file : document.files()) {
      if (file.rejectsFile() != null) {
        lines.add("Rejects of " + Printing.plain(file.file()) + ": " + file.rejectsFile());
      }
    }
    if (document.dryRun()) {
      lines.add("Nothing was written (--dry-run).");
    }
    return lines;
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
        file.failure() != null ? "not read" : file.alreadyLoaded() ? "already loaded" : "");
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,d", count);
  }
}
