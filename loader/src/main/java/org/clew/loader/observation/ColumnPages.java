package org.clew.loader.observation;

import java.io.IOException;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridDecoder;

/**
 * Reads the pages of a column as {@link ColumnBuffer} writes them. The library's own reader makes
 * two objects for each value and takes several times as long.
 */
final class ColumnPages {
  private final PageReader pages;
  private final int size;
  private final boolean optional;
  private int[] rows = {};
  private int next;

  /**
   * The pages of a column.
   *
   * @param size how many rows the row group has
   * @param optional whether rows may lack a value
   */
  ColumnPages(PageReader pages, int size, boolean optional) {
    this.pages = pages;
    this.size = size;
    this.optional = optional;
  }

  /** Reads all of them. */
  void into(DecodedColumn column) throws IOException {
    DictionaryPage dictionary = pages.readDictionaryPage();
    if (dictionary != null) {
      column.addDictionary(dictionary);
    }
    for (DataPage page = pages.readPage(); page != null; page = pages.readPage()) {
      if (!(page instanceof DataPageV2 data)) {
        throw new IOException("A segment has no pages of the first version.");
      }
      int count = present(data);
      if (count > 0) {
        column.addPage(data.getDataEncoding(), data.getData().toInputStream(), rows, count);
      }
      next += data.getValueCount();
    }
    if (next != size) {
      throw new IOException("A column of a segment has " + next + " rows in place of " + size);
    }
  }

  /** Notes the rows of a page that have a value; how many they are. */
  private int present(DataPageV2 page) throws IOException {
    int length = page.getValueCount();
    if (rows.length < length) {
      rows = new int[length];
    }
    RunLengthBitPackingHybridDecoder levels =
        new RunLengthBitPackingHybridDecoder(1, page.getDefinitionLevels().toInputStream());
    int count = 0;
    for (int row = 0; row < length; row++) {
      if (!optional || levels.readInt() == 1) {
        rows[count++] = next + row;
      }
    }
    return count;
  }
}
