package org.clew.loader.observation;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.column.values.deltastrings.DeltaByteArrayWriter;
import org.apache.parquet.column.values.plain.PlainValuesWriter;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.eclipse.collections.impl.map.mutable.primitive.ObjectIntHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A column of texts. Each distinct text is kept once while most of them come again; a column whose
 * texts hardly repeat is kept as it is from the next row group on.
 */
final class TextBuffer extends ColumnBuffer {
  private static final int NONE = -1;

  /** Roughly what an entry costs beside its text. */
  private static final int ENTRY_BYTES = 80;

  private final TextBytes texts = new TextBytes();
  private final ObjectIntHashMap<String> codes = new ObjectIntHashMap<>();
  private int[] rows = new int[1 << 8];
  private int size;
  private int present;
  private boolean repeats;
  private @Nullable String last;
  private int lastCode = NONE;

  TextBuffer(String column) {
    super(column);
    repeats = !SegmentSchema.WITHOUT_DICTIONARY.contains(column);
  }

  void add(@Nullable String text) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, size + (size >> 1));
    }
    present += text == null ? 0 : 1;
    rows[size++] = text == null ? NONE : code(text);
  }

  private int code(String text) {
    if (!repeats) {
      return texts.add(text);
    }
    if (!text.equals(last)) {
      lastCode = codes.getIfAbsent(text, NONE);
      if (lastCode == NONE) {
        lastCode = texts.add(text);
        codes.put(text, lastCode);
      }
      last = text;
    }
    return lastCode;
  }

  @Override
  int size() {
    return size;
  }

  @Override
  long bytes() {
    return texts.length() + (long) ENTRY_BYTES * codes.size() + (long) Integer.BYTES * size;
  }

  @Override
  boolean isPresent(int row) {
    return rows[row] != NONE;
  }

  @Override
  @Nullable DictionaryPage dictionary() throws IOException {
    repeats = repeats && 4L * texts.size() <= 3L * present;
    if (!repeats) {
      return null;
    }
    try (PlainValuesWriter plain =
        new PlainValuesWriter(SLAB, MOST_SLAB, new HeapByteBufferAllocator())) {
      for (int code = 0; code < texts.size(); code++) {
        plain.writeBytes(texts.get(code));
      }
      return new DictionaryPage(
          BytesInput.from(bytes(plain.getBytes())), texts.size(), Encoding.PLAIN);
    }
  }

  @Override
  Page page(int from, int to, Statistics<?> statistics) throws IOException {
    if (hasStatistics()) {
      count(from, to, statistics);
    }
    return repeats
        ? new Page(Encoding.RLE_DICTIONARY, codes(from, to))
        : new Page(Encoding.DELTA_BYTE_ARRAY, values(from, to));
  }

  private void count(int from, int to, Statistics<?> statistics) {
    BitSet seen = new BitSet(texts.size());
    for (int row = from; row < to; row++) {
      if (isPresent(row)) {
        seen.set(rows[row]);
      }
    }
    seen.stream().forEach(code -> statistics.updateStats(texts.get(code)));
  }

  private byte[] codes(int from, int to) throws IOException {
    int width = BytesUtils.getWidthFromMaxInt(texts.size() - 1);
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(
            width, SLAB, MOST_SLAB, new HeapByteBufferAllocator())) {
      for (int row = from; row < to; row++) {
        if (isPresent(row)) {
          encoder.writeInt(rows[row]);
        }
      }
      BytesInput widthByte = BytesInput.from(new byte[] {(byte) width});
      return bytes(BytesInput.concat(widthByte, encoder.toBytes()));
    }
  }

  private byte[] values(int from, int to) throws IOException {
    try (DeltaByteArrayWriter writer =
        new DeltaByteArrayWriter(SLAB, MOST_SLAB, new HeapByteBufferAllocator())) {
      for (int row = from; row < to; row++) {
        if (isPresent(row)) {
          writer.writeBytes(texts.get(rows[row]));
        }
      }
      return bytes(writer.getBytes());
    }
  }

  @Override
  void clear() {
    texts.clear();
    codes.clear();
    size = 0;
    present = 0;
    last = null;
  }
}
