package org.clew.loader.observation;

import java.io.IOException;
import java.util.Arrays;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.values.delta.DeltaBinaryPackingValuesReader;
import org.clew.model.observation.ObservationColumns;

/** A column of numbers of one row group. */
final class NumberColumn implements DecodedColumn {
  private final long[] values;

  NumberColumn(int rows) {
    values = new long[rows];
    Arrays.fill(values, ObservationColumns.NO_TIME);
  }

  /** The row's value, or {@link ObservationColumns#NO_TIME}. */
  long value(int atRow) {
    return values[atRow];
  }

  @Override
  public void addDictionary(DictionaryPage dictionary) throws IOException {
    throw new IOException("A column of numbers has no dictionary.");
  }

  @Override
  public void addPage(Encoding encoding, ByteBufferInputStream page, int[] rows, int count)
      throws IOException {
    if (encoding != Encoding.DELTA_BINARY_PACKED) {
      throw new IOException("A column of numbers is not encoded as " + encoding + ".");
    }
    DeltaBinaryPackingValuesReader reader = new DeltaBinaryPackingValuesReader();
    reader.initFromPage(count, page);
    for (int i = 0; i < count; i++) {
      values[rows[i]] = reader.readLong();
    }
  }
}
