package org.clew.loader.observation;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.clew.model.observation.Moment;
import org.clew.model.observation.ObservationKind;
import org.jspecify.annotations.Nullable;

/**
 * Writes one segment. Each kind of row goes to a temporary file of its own; at the end their row
 * groups are copied one after the other. So memory is bounded by one row group a kind, rows need no
 * sorting, and every row group holds one kind.
 */
final class SegmentWriter implements Closeable {
  private static final long ALIGNMENT = 128L << 20;

  private final Path folder;
  private final Map<ObservationKind, ParquetWriter<LogRow>> writers =
      new EnumMap<>(ObservationKind.class);
  private final Map<ObservationKind, Long> rows = new EnumMap<>(ObservationKind.class);
  private @Nullable Instant earliest;
  private @Nullable Instant latest;

  /** Writes below a folder of its own, which must not exist. */
  SegmentWriter(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Always true, so that a visitor of rows can end with it. */
  boolean write(LogRow row) throws IOException {
    ParquetWriter<LogRow> writer = writers.get(row.kind());
    if (writer == null) {
      writer = SegmentRowWriter.open(part(row.kind()));
      writers.put(row.kind(), writer);
    }
    writer.write(row);
    rows.merge(row.kind(), 1L, Long::sum);
    widen(row.time());
    return true;
  }

  private void widen(@Nullable Moment time) {
    if (time != null) {
      Instant instant = time.instant();
      earliest = earliest == null || instant.isBefore(earliest) ? instant : earliest;
      latest = latest == null || instant.isAfter(latest) ? instant : latest;
    }
  }

  /** Joins the parts and returns the file, which still lies in the temporary folder. */
  Path finish() throws IOException {
    Path joined = folder.resolve("joined.parquet");
    ParquetFileWriter out =
        new ParquetFileWriter(
            new LocalOutputFile(joined),
            SegmentSchema.SCHEMA,
            ParquetFileWriter.Mode.CREATE,
            ALIGNMENT,
            0,
            null,
            ParquetProperties.builder().build());
    try (out) {
      out.start();
      for (Map.Entry<ObservationKind, ParquetWriter<LogRow>> entry : writers.entrySet()) {
        entry.getValue().close();
        SegmentFile.append(part(entry.getKey()), out);
      }
      out.end(Map.of());
    }
    SegmentFooter.makeCanonical(joined);
    return joined;
  }

  Map<ObservationKind, Long> rows() {
    return rows;
  }

  @Nullable Instant earliest() {
    return earliest;
  }

  @Nullable Instant latest() {
    return latest;
  }

  /** Removes all temporary files; what {@link #finish} made must have been moved by then. */
  @Override
  public void close() throws IOException {
    writers.values().forEach(SegmentWriter::release);
    for (Path file : DurableFiles.list(folder)) {
      Files.delete(file);
    }
    Files.deleteIfExists(folder);
  }

  private static void release(ParquetWriter<LogRow> writer) {
    try {
      writer.close();
    } catch (IOException | RuntimeException unwritten) {
      // The file is deleted next; what could not be written to it does not matter.
      return;
    }
  }

  private Path part(ObservationKind kind) {
    return folder.resolve(kind.id() + ".parquet");
  }
}
