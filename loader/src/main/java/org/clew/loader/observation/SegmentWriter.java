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
import org.apache.parquet.io.LocalOutputFile;
import org.clew.model.observation.Moment;
import org.clew.model.observation.ObservationKind;
import org.jspecify.annotations.Nullable;

/**
 * Writes one segment. Each kind of row gathers in a row group of its own, which goes to the file
 * when it is full. So memory is bounded by one row group a kind, rows need no sorting, and every
 * row group holds one kind.
 */
final class SegmentWriter implements Closeable {
  private static final long ALIGNMENT = 128L << 20;

  private final Path folder;
  private final Path file;
  private final ParquetFileWriter out;
  private final Map<ObservationKind, RowGroupBuffer> groups = new EnumMap<>(ObservationKind.class);
  private long earliest = Long.MAX_VALUE;
  private long latest = Long.MIN_VALUE;

  /** Writes below a folder of its own, which must not exist. */
  SegmentWriter(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
    this.file = folder.resolve("segment.parquet");
    this.out =
        new ParquetFileWriter(
            new LocalOutputFile(file),
            SegmentSchema.SCHEMA,
            ParquetFileWriter.Mode.CREATE,
            ALIGNMENT,
            0,
            null,
            properties());
    out.start();
  }

  private static ParquetProperties properties() {
    ParquetProperties.Builder properties = ParquetProperties.builder();
    for (String column : SegmentSchema.WITHOUT_STATISTICS) {
      properties = properties.withStatisticsEnabled(column, false);
    }
    return properties.withSizeStatisticsEnabled(false).build();
  }

  /** Always true, so that a visitor of rows can end with it. */
  boolean write(LogRow row) throws IOException {
    RowGroupBuffer group = groups.computeIfAbsent(row.kind(), kind -> new RowGroupBuffer());
    group.add(row);
    if (group.isFull()) {
      group.writeTo(out);
    }
    Moment time = row.time();
    if (time != null) {
      earliest = Math.min(earliest, time.epochMillis());
      latest = Math.max(latest, time.epochMillis());
    }
    return true;
  }

  /** Writes what is left and returns the file, which still lies in the temporary folder. */
  Path finish() throws IOException {
    for (RowGroupBuffer group : groups.values()) {
      if (!group.isEmpty()) {
        group.writeTo(out);
      }
    }
    out.end(Map.of());
    out.close();
    SegmentFooter.makeCanonical(file);
    return file;
  }

  Map<ObservationKind, Long> rows() {
    Map<ObservationKind, Long> rows = new EnumMap<>(ObservationKind.class);
    groups.forEach((kind, group) -> rows.put(kind, group.rows()));
    return rows;
  }

  @Nullable Instant earliest() {
    return earliest <= latest ? Instant.ofEpochMilli(earliest) : null;
  }

  @Nullable Instant latest() {
    return earliest <= latest ? Instant.ofEpochMilli(latest) : null;
  }

  /** Removes all temporary files; what {@link #finish} made must have been moved by then. */
  @Override
  public void close() throws IOException {
    out.close();
    for (Path left : DurableFiles.list(folder)) {
      Files.delete(left);
    }
    Files.deleteIfExists(folder);
  }
}
