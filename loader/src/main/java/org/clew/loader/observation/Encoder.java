package org.clew.loader.observation;

import java.util.Arrays;
import org.clew.model.observation.Names;

/** Gives each distinct text a code, in the order in which the texts are first seen. */
final class Encoder implements Names {
  private static final int INITIAL = 1 << 12;
  private static final int EMPTY = -1;

  private final ByteStrings texts = new ByteStrings();
  private int[] table = emptyTable(INITIAL);

  /** The code of a text of another collection. */
  int encode(ByteStrings from, int index) {
    int slot = from.hash(index) & (table.length - 1);
    while (table[slot] != EMPTY) {
      if (texts.equal(table[slot], from, index)) {
        return table[slot];
      }
      slot = (slot + 1) & (table.length - 1);
    }
    int code = texts.append(from, index);
    table[slot] = code;
    if (texts.size() > table.length / 2) {
      rehash();
    }
    return code;
  }

  private void rehash() {
    int[] larger = emptyTable(table.length * 2);
    for (int code = 0; code < texts.size(); code++) {
      int slot = texts.hash(code) & (larger.length - 1);
      while (larger[slot] != EMPTY) {
        slot = (slot + 1) & (larger.length - 1);
      }
      larger[slot] = code;
    }
    table = larger;
  }

  private static int[] emptyTable(int length) {
    int[] table = new int[length];
    Arrays.fill(table, EMPTY);
    return table;
  }

  @Override
  public int size() {
    return texts.size();
  }

  @Override
  public String get(int code) {
    return texts.get(code);
  }
}
