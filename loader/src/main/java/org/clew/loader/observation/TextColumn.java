package org.clew.loader.observation;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;
import org.clew.model.observation.ObservationColumns;

/**
 * A column of texts of one row group. The texts of a dictionary differ from each other; without one
 * each row has its own.
 */
final class TextColumn implements DecodedColumn {
  private final ByteStrings texts = new ByteStrings();
  private final int[] indexes;

  TextColumn(int rows) {
    indexes = new int[rows];
    Arrays.fill(indexes, ObservationColumns.NONE);
  }

  ByteStrings texts() {
    return texts;
  }

  /** The index of the row's text, or {@link ObservationColumns#NONE}. */
  int index(int atRow) {
    return indexes[atRow];
  }

  /** Each text stands behind its length. */
  @Override
  public void addDictionary(DictionaryPage dictionary) throws IOException {
    byte[] bytes = ColumnBuffer.bytes(dictionary.getBytes());
    ByteBuffer lengths = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int at = 0;
    for (int i = 0; i < dictionary.getDictionarySize(); i++) {
      int length = lengths.getInt(at);
      at += Integer.BYTES;
      require(length >= 0 && length <= bytes.length - at);
      texts.append(bytes, at, length);
      at += length;
    }
  }

  @Override
  public void addPage(Encoding encoding, ByteBufferInputStream values, int[] rows, int count)
      throws IOException {
    switch (encoding) {
      case RLE_DICTIONARY -> addIndexes(values, rows, count);
      case DELTA_BYTE_ARRAY -> addTexts(values, rows, count);
      default -> throw new IOException("A column of texts is not encoded as " + encoding + ".");
    }
  }

  private void addIndexes(ByteBufferInputStream values, int[] rows, int count) throws IOException {
    RunLengthBitPackingHybridDecoder decoder =
        new RunLengthBitPackingHybridDecoder(values.read(), values);
    for (int i = 0; i < count; i++) {
      int index = decoder.readInt();
      require(index >= 0 && index < texts.size());
      indexes[rows[i]] = index;
    }
  }

  /** Of each text how much it begins like the one before, and how much follows; then all that. */
  private void addTexts(ByteBufferInputStream values, int[] rows, int count) throws IOException {
    DeltaBinaryPackingValuesReader prefixes = new DeltaBinaryPackingValuesReader();
    prefixes.initFromPage(count, values);
    DeltaBinaryPackingValuesReader suffixes = new DeltaBinaryPackingValuesReader();
    suffixes.initFromPage(count, values);
    byte[] bytes = values.readNBytes(values.available());
    byte[] text = new byte[1 << 8];
    int length = 0;
    int at = 0;
    for (int i = 0; i < count; i++) {
      int prefix = prefixes.readInteger();
      int suffix = suffixes.readInteger();
      require(prefix >= 0 && prefix <= length && suffix >= 0 && suffix <= bytes.length - at);
      length = Math.addExact(prefix, suffix);
      if (length > text.length) {
        text = Arrays.copyOf(text, 2 * length);
      }
      System.arraycopy(bytes, at, text, prefix, suffix);
      at += suffix;
      indexes[rows[i]] = texts.append(text, 0, length);
    }
  }

  private static void require(boolean sound) throws IOException {
    if (!sound) {
      throw new IOException("A page of a segment does not hold what it says.");
    }
  }
}
