package org.clew.loader.observation;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.SeekableInputStream;

/** Opens a segment for reading without Hadoop's configuration. */
final class SegmentFile {
  private SegmentFile() {}

  static ParquetFileReader open(Path file) throws IOException {
    InputFile input = new LocalInputFile(file);
    return new ParquetFileReader(input, options(), input.newStream());
  }

  /** Copies all row groups of a file to the end of another. */
  static void append(Path file, ParquetFileWriter out) throws IOException {
    try (ParquetFileReader reader = open(file);
        SeekableInputStream stream = new LocalInputFile(file).newStream()) {
      out.appendRowGroups(stream, reader.getRowGroups(), false);
    }
  }

  private static ParquetReadOptions options() {
    return ParquetReadOptions.builder(new PlainParquetConfiguration())
        .withCodecFactory(new ZstdCodecFactory())
        .build();
  }
}
