package org.clew.loader.observation;

import java.util.Arrays;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.clew.model.observation.ObservationColumns;

/**
 * A text column of one row group: the distinct texts of its dictionary page, and an index into them
 * for each row. Texts outside the dictionary are appended as they come.
 */
final class TextColumn extends PrimitiveConverter implements DecodedColumn {
  private final ByteStrings texts = new ByteStrings();
  private final int[] indexes;
  private int row;

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

  @Override
  public PrimitiveConverter at(int newRow) {
    row = newRow;
    return this;
  }

  @Override
  public boolean hasDictionarySupport() {
    return true;
  }

  @Override
  public void setDictionary(Dictionary dictionary) {
    for (int id = 0; id <= dictionary.getMaxId(); id++) {
      append(dictionary.decodeToBinary(id));
    }
  }

  @Override
  public void addValueFromDictionary(int dictionaryId) {
    indexes[row] = dictionaryId;
  }

  @Override
  public void addBinary(Binary value) {
    indexes[row] = append(value);
  }

  private int append(Binary value) {
    byte[] bytes = value.getBytesUnsafe();
    return texts.append(bytes, 0, bytes.length);
  }
}
