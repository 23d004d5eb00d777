package org.clew.loader.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.ingest.RejectedRow;
import org.jspecify.annotations.Nullable;

/** The CSV file of rows and values not taken over: file, line, column, reason, raw. */
public final class RejectsFile {
  private static final String FORMULA_STARTS = "=+-@\t\0";

  private static final int NAME_DIGITS = 8;

  private RejectsFile() {}

  /** The file for the rejects of that file in a folder. */
  static Path in(Path folder, String file, String sha256) {
    String name = file.replaceAll("[^\\w.-]+", "_");
    return folder.resolve(name + "-" + sha256.substring(0, NAME_DIGITS) + ".rejects.csv");
  }

  /**
   * Writes the rejects, replacing the file. A cell that a spreadsheet would take for a formula gets
   * an apostrophe in front.
   *
   * @throws ClewException UNAVAILABLE when it cannot be written
   */
  public static void write(Path file, List<RejectedRow> rejects) {
    try (Writing writing = new Writing(file)) {
      rejects.forEach(writing::add);
    }
  }

  /** Writes rejects one by one; the file is made with the first of them. */
  static final class Writing implements AutoCloseable {
    private final Path file;
    private @Nullable CsvWriter csv;

    Writing(Path file) {
      this.file = file;
    }

    void add(RejectedRow reject) {
      open()
          .writeRecord(
              neutral(reject.file()),
              String.valueOf(reject.line()),
              reject.column() == null ? "" : neutral(reject.column()),
              neutral(reject.reason()),
              neutral(reject.raw()));
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
          writer = CsvWriter.builder().build(Files.newBufferedWriter(file));
        } catch (IOException e) {
          throw unwritable(e);
        }
        writer.writeRecord("file", "line", "column", "reason", "raw");
        csv = writer;
      }
      return writer;
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
