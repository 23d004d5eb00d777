package org.clew.loader.observation;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.jspecify.annotations.Nullable;

/**
 * One column of the row group that is being filled. Whole columns are encoded at once: that takes a
 * third of the time of the library's record writer, which looks each cell of each row up by its
 * bytes.
 */
abstract class ColumnBuffer {
  /** Initial and largest size of the encoders' slabs in bytes. */
  static final int SLAB = 1 << 10;

  static final int MOST_SLAB = 1 << 20;

  private static final int PAGE_ROWS = 100_000;

  private final ColumnDescriptor column;
  private final boolean hasStatistics;

  ColumnBuffer(String name) {
    column = SegmentSchema.SCHEMA.getColumnDescription(new String[] {name});
    hasStatistics = !SegmentSchema.WITHOUT_STATISTICS.contains(name);
  }

  /** Whether the least and the greatest value are noted. */
  final boolean hasStatistics() {
    return hasStatistics;
  }

  /** How many rows there are. */
  abstract int size();

  /** Roughly the bytes held. */
  abstract long bytes();

  abstract boolean isPresent(int row);

  /** The dictionary of all rows; null where each page holds its values itself. */
  abstract @Nullable DictionaryPage dictionary() throws IOException;

  /** The values of the rows that have one, which are also counted into the statistics. */
  abstract Page page(int from, int to, Statistics<?> statistics) throws IOException;

  abstract void clear();

  /** Encoded values. */
  @SuppressWarnings("ArrayRecordComponent")
  record Page(Encoding encoding, byte[] values) {}

  /** Writes all rows as the next column of the row group and forgets them. */
  final void writeTo(ParquetFileWriter out) throws IOException {
    out.startColumn(column, size(), CompressionCodecName.ZSTD);
    DictionaryPage dictionary = dictionary();
    if (dictionary != null) {
      out.writeDictionaryPage(
          new DictionaryPage(
              compressed(bytes(dictionary.getBytes())),
              Math.toIntExact(dictionary.getBytes().size()),
              dictionary.getDictionarySize(),
              dictionary.getEncoding()));
    }
    for (int from = 0; from < size(); from += PAGE_ROWS) {
      write(out, from, Math.min(size(), from + PAGE_ROWS));
    }
    out.endColumn();
    clear();
  }

  private void write(ParquetFileWriter out, int from, int to) throws IOException {
    Statistics<?> statistics =
        hasStatistics()
            ? Statistics.createStats(column.getPrimitiveType())
            : Statistics.noopStats(column.getPrimitiveType());
    int missing = 0;
    for (int row = from; row < to; row++) {
      missing += isPresent(row) ? 0 : 1;
    }
    statistics.incrementNumNulls(missing);
    BytesInput levels = levels(from, to);
    Page page = page(from, to, statistics);
    out.writeDataPageV2(
        to - from,
        missing,
        to - from,
        BytesInput.empty(),
        levels,
        page.encoding(),
        compressed(page.values()),
        true,
        page.values().length,
        statistics,
        null,
        null,
        null);
  }

  private BytesInput levels(int from, int to) throws IOException {
    if (column.getMaxDefinitionLevel() == 0) {
      return BytesInput.empty();
    }
    try (RunLengthBitPackingHybridEncoder levels =
        new RunLengthBitPackingHybridEncoder(1, SLAB, MOST_SLAB, new HeapByteBufferAllocator())) {
      for (int row = from; row < to; row++) {
        levels.writeInt(isPresent(row) ? 1 : 0);
      }
      return BytesInput.from(bytes(levels.toBytes()));
    }
  }

  static byte[] bytes(BytesInput input) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(Math.toIntExact(input.size()));
    input.writeAllTo(bytes);
    return bytes.toByteArray();
  }

  private static BytesInput compressed(byte[] bytes) {
    return BytesInput.from(Zstd.compress(bytes, ZstdCodecFactory.LEVEL));
  }
}
