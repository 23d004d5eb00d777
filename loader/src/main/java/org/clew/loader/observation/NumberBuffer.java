package org.clew.loader.observation;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesWriterForLong;
import org.jspecify.annotations.Nullable;

/** A column of numbers. */
final class NumberBuffer extends ColumnBuffer {
  private final BitSet missing = new BitSet();
  private long[] values = new long[1 << 8];
  private int size;

  NumberBuffer(String column) {
    super(column);
  }

  void add(long value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  void addMissing() {
    missing.set(size);
    add(0);
  }

  @Override
  int size() {
    return size;
  }

  @Override
  long bytes() {
    return (long) Long.BYTES * size;
  }

  @Override
  boolean isPresent(int row) {
    return !missing.get(row);
  }

  @Override
  @Nullable DictionaryPage dictionary() {
    return null;
  }

  @Override
  Page page(int from, int to, Statistics<?> statistics) throws IOException {
    DeltaBinaryPackingValuesWriterForLong writer =
        new DeltaBinaryPackingValuesWriterForLong(SLAB, MOST_SLAB, new HeapByteBufferAllocator());
    try {
      for (int row = from; row < to; row++) {
        if (isPresent(row)) {
          writer.writeLong(values[row]);
          statistics.updateStats(values[row]);
        }
      }
      return new Page(Encoding.DELTA_BINARY_PACKED, bytes(writer.getBytes()));
    } finally {
      writer.close();
    }
  }

  @Override
  void clear() {
    size = 0;
    missing.clear();
  }
}
