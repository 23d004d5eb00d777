package org.clew.loader.observation;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** Opens Parquet writers with the settings of a segment. */
final class SegmentRowWriter extends ParquetWriter.Builder<LogRow, SegmentRowWriter> {
  /** What one kind of row may hold in memory before it goes to disk. */
  private static final long ROW_GROUP_BYTES = 32L << 20;

  /** Enough for a scan to have several row groups to read side by side. */
  private static final int ROW_GROUP_ROWS = 500_000;

  private static final int DICTIONARY_BYTES = 16 << 20;
  private static final int PAGE_ROWS = 100_000;

  private SegmentRowWriter(OutputFile file) {
    super(file);
  }

  static ParquetWriter<LogRow> open(Path file) throws IOException {
    SegmentRowWriter builder =
        new SegmentRowWriter(new LocalOutputFile(file))
            .withConf(new PlainParquetConfiguration())
            .withCodecFactory(new ZstdCodecFactory())
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withWriterVersion(WriterVersion.PARQUET_2_0)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withRowGroupRowCountLimit(ROW_GROUP_ROWS)
            .withPageRowCountLimit(PAGE_ROWS)
            .withSizeStatisticsEnabled(false)
            .withDictionaryPageSize(DICTIONARY_BYTES);
    for (String column : SegmentSchema.WITHOUT_DICTIONARY) {
      builder = builder.withDictionaryEncoding(column, false);
    }
    for (String column : SegmentSchema.WITHOUT_STATISTICS) {
      builder = builder.withStatisticsEnabled(column, false);
    }
    return builder.build();
  }

  @Override
  protected SegmentRowWriter self() {
    return this;
  }

  @Override
  @Deprecated
  protected WriteSupport<LogRow> getWriteSupport(org.apache.hadoop.conf.Configuration conf) {
    return new LogRowWriteSupport();
  }

  @Override
  protected WriteSupport<LogRow> getWriteSupport(ParquetConfiguration conf) {
    return new LogRowWriteSupport();
  }
}
