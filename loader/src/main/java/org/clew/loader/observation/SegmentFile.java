package org.clew.loader.observation;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.InputFile;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** Opens a segment for reading without Hadoop's configuration. */
final class SegmentFile {
  private SegmentFile() {}

  static ParquetFileReader open(Path file) throws IOException {
    InputFile input = new SegmentInput(file);
    return new ParquetFileReader(input, options(), input.newStream());
  }

  /**
   * Opens a segment, reads and closes it.
   *
   * @throws ClewException UNREADABLE if it is damaged or missing
   */
  static <T> T read(Path file, Reading<T> reading) {
    try (ParquetFileReader reader = open(file)) {
      return reading.from(reader);
    } catch (ClewException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new ClewException(
          Reason.UNREADABLE,
          "The segment " + file.getFileName() + " is damaged or missing; import-check says more.",
          e);
    }
  }

  /** What is done with an open segment. */
  @FunctionalInterface
  interface Reading<T> {
    T from(ParquetFileReader reader) throws IOException;
  }

  private static ParquetReadOptions options() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new ZstdCodecFactory())
        .build();
  }
}
