package org.clew.loader.observation;

import org.apache.parquet.io.api.PrimitiveConverter;

/** A column of one row group that is filled value by value. */
interface DecodedColumn {
  /** The converter that puts the next value into that row. */
  PrimitiveConverter at(int row);
}
