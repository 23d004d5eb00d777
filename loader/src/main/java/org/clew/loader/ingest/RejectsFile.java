package org.clew.loader.ingest;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.ingest.RejectedRow;

/** The CSV file of rows and values not taken over: file, line, column, reason, raw. */
public final class RejectsFile {
  private static final String FORMULA_STARTS = "=+-@\t\0";

  private RejectsFile() {}

  /**
   * Writes the rejects, replacing the file. A cell that a spreadsheet would take for a formula gets
   * an apostrophe in front.
   *
   * @throws ClewException UNAVAILABLE when it cannot be written
   */
  public static void write(Path file, List<RejectedRow> rejects) {
    try (CsvWriter csv = CsvWriter.builder().build(Files.newBufferedWriter(file))) {
      csv.writeRecord("file", "line", "column", "reason", "raw");
      for (RejectedRow reject : rejects) {
        csv.writeRecord(
            neutral(reject.file()),
            String.valueOf(reject.line()),
            reject.column() == null ? "" : neutral(reject.column()),
            neutral(reject.reason()),
            neutral(reject.raw()));
      }
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "The rejects file '" + file + "' cannot be written.", e);
    }
  }

  private static String neutral(String cell) {
    return !cell.isEmpty() && FORMULA_STARTS.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
  }
}
