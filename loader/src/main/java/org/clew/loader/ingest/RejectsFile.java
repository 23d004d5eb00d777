package org.clew.loader.ingest;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/** The CSV file of rows and values not taken over: file, line, column, reason, raw. */
final class RejectsFile {
  private static final String FORMULA_STARTS = "=+-@\t\0";

  private static final int NAME_DIGITS = 8;

  private RejectsFile() {}

  /** The file for the rejects of that file in a folder. */
  static Path in(Path folder, String file, String sha256) {
    String name = file.replaceAll("[^\\w.-]+", "_");
    return folder.resolve(name + "-" + sha256.substring(0, NAME_DIGITS) + ".rejects.csv");
  }

  /**
   * Writes a file anew without the rows that name someone.
   *
   * @param named whether a text does
   * @return how many rows went
   */
  static long without(Path file, Predicate<String> named) throws IOException {
    StringWriter text = new StringWriter();
    long removed = 0;
    try (CsvReader<CsvRecord> rows = CsvTable.builder(',').ofCsvRecord(file);
        CsvWriter kept = CsvWriter.builder().build(text)) {
      for (CsvRecord row : rows) {
        if (row.getFields().stream().skip(2).anyMatch(named)) {
          removed++;
        } else {
          kept.writeRecord(row.getFields());
        }
      }
    }
    if (removed > 0) {
      DurableFiles.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
    }
    return removed;
  }

  /**
   * Writes rejects one by one, but for those that name someone who was erased; the file is made
   * with the first of them. A cell that a spreadsheet would take for a formula gets an apostrophe
   * in front.
   */
  static final class Writing implements AutoCloseable {
    private final Path file;
    private final Predicate<String> erased;
    private final UnaryOperator<RejectedRow> shown;
    private final List<RejectedRow> first = new ArrayList<>();
    private @Nullable CsvWriter csv;

    /**
     * Begins.
     *
     * @param erased whether a text names someone who was erased
     * @param shown what of a reject may be written
     */
    Writing(Path file, Predicate<String> erased, UnaryOperator<RejectedRow> shown) {
      this.file = file;
      this.erased = erased;
      this.shown = shown;
    }

    void add(RejectedRow found) {
      if (erased.test(found.raw()) || erased.test(found.reason())) {
        return;
      }
      RejectedRow reject = shown.apply(found);
      if (first.size() < FileReport.FIRST_REJECTS) {
        first.add(reject);
      }
      open()
          .writeRecord(
              neutral(reject.file()),
              String.valueOf(reject.line()),
              reject.column() == null ? "" : neutral(reject.column()),
              neutral(reject.reason()),
              neutral(reject.raw()));
    }

    /** The first of those written, for a report. */
    List<RejectedRow> first() {
      return List.copyOf(first);
    }

    /** The file, or null while there was nothing to write. */
    @Nullable Path file() {
      return csv == null ? null : file;
    }

    private CsvWriter open() {
      CsvWriter writer = csv;
      if (writer == null) {
        try {
          Files.createDirectories(file.toAbsolutePath().getParent());
          writer = CsvWriter.builder().build(lenient(file));
        } catch (IOException e) {
          throw unwritable(e);
        }
        writer.writeRecord("file", "line", "column", "reason", "raw");
        csv = writer;
      }
      return writer;
    }

    /** Half a character, which a damaged file can hold, is replaced and ends nothing. */
    private static Writer lenient(Path file) throws IOException {
      return new BufferedWriter(
          new OutputStreamWriter(Files.newOutputStream(file), StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
      try {
        if (csv != null) {
          csv.close();
        }
      } catch (IOException e) {
        throw unwritable(e);
      }
    }

    private ClewException unwritable(IOException cause) {
      return new ClewException(
          Reason.UNAVAILABLE, "The rejects file '" + file + "' cannot be written.", cause);
    }
  }

  private static String neutral(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
