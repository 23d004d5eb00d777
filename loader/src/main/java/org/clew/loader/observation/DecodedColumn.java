package org.clew.loader.observation;

import java.io.IOException;
import org.apache.parquet.bytes.ByteBufferInputStream;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DictionaryPage;

/** A column of one row group that is filled page by page. */
interface DecodedColumn {
  /** Takes the values that pages refer to. */
  void addDictionary(DictionaryPage dictionary) throws IOException;

  /**
   * Takes the values of a page.
   *
   * @param rows the rows they stand in, ascending
   * @param count how many rows of the array count
   */
  void addPage(Encoding encoding, ByteBufferInputStream values, int[] rows, int count)
      throws IOException;
}
