package org.clew.loader.observation;

import java.util.Arrays;
import java.util.BitSet;
import org.clew.model.observation.ObservationColumns;

/**
 * The texts of some rows of a row group: what can be found out about them before they get codes.
 */
final class SelectedTexts {
  private final ByteStrings texts;

  /** The text of each of these rows, or {@link ObservationColumns#NONE}. */
  private final int[] indexes;

  /** The indexes that occur, in the order of the rows. */
  private final int[] distinct;

  private SelectedTexts(ByteStrings texts, int[] indexes, int[] distinct) {
    this.texts = texts;
    this.indexes = indexes;
    this.distinct = distinct;
  }

  static SelectedTexts of(TextColumn column, BitSet rows) {
    int[] indexes = new int[rows.cardinality()];
    int[] distinct = new int[column.texts().size()];
    BitSet seen = new BitSet(distinct.length);
    int size = 0;
    int count = 0;
    for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
      int index = column.index(row);
      indexes[size++] = index;
      if (index != ObservationColumns.NONE && !seen.get(index)) {
        seen.set(index);
        distinct[count++] = index;
      }
    }
    return new SelectedTexts(column.texts(), indexes, Arrays.copyOf(distinct, count));
  }

  /**
   * Gives the texts their codes.
   *
   * @param column where the codes go
   * @param at from where
   */
  void encode(Encoder encoder, int[] column, int at) {
    int[] codes = encoder.encode(texts, distinct);
    for (int i = 0; i < indexes.length; i++) {
      int index = indexes[i];
      column[at + i] = index == ObservationColumns.NONE ? index : codes[index];
    }
  }
}
