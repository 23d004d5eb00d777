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
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
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

  /**
   * Writes a file anew without the rows that name one of these entities.
   *
   * @return how many rows went
   */
  static long without(Path file, Set<EntityId> entities) throws IOException {
    Pattern names =
        Pattern.compile(
            entities.stream()
                .map(id -> id.local().substring(id.local().indexOf(':') + 1).replaceFirst("^@", ""))
                .map(name -> "(?<![\\p{L}\\p{N}_])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}_])")
                .collect(Collectors.joining("|")),
            Pattern.CASE_INSENSITIVE);
    StringWriter text = new StringWriter();
    long removed = 0;
    try (CsvReader<CsvRecord> rows = CsvTable.builder().ofCsvRecord(file);
        CsvWriter kept = CsvWriter.builder().build(text)) {
      for (CsvRecord row : rows) {
        boolean named =
            row.getFields().stream().skip(2).anyMatch(cell -> names.matcher(cell).find());
        if (named) {
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
