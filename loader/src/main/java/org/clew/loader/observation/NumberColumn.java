package org.clew.loader.observation;

import java.util.Arrays;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.clew.model.observation.ObservationColumns;

/** A column of numbers of one row group. */
final class NumberColumn extends PrimitiveConverter implements DecodedColumn {
  private final long[] values;
  private int row;

  NumberColumn(int rows) {
    values = new long[rows];
    Arrays.fill(values, ObservationColumns.NO_TIME);
  }

  /** The row's value, or {@link ObservationColumns#NO_TIME}. */
  long value(int atRow) {
    return values[atRow];
  }

  @Override
  public PrimitiveConverter at(int newRow) {
    row = newRow;
    return this;
  }

  @Override
  public void addLong(long value) {
    values[row] = value;
  }
}
