package org.clew.loader.observation;

import org.clew.model.observation.Names;

/** Gives each distinct text a code, in the order in which the texts are first seen. */
final class Encoder implements Names {
  private static final int INITIAL = 1 << 12;
  private static final long EMPTY = 0;

  private final ByteStrings texts = new ByteStrings();

  /** Hash in the upper half, code plus one in the lower: one look tells most misses. */
  private long[] table = new long[INITIAL];

  /** The code of a text of another collection. */
  int encode(ByteStrings from, int index) {
    int hash = from.hash(index);
    int slot = hash & (table.length - 1);
    while (table[slot] != EMPTY) {
      int code = (int) table[slot] - 1;
      if (hash(table[slot]) == hash && texts.equal(code, from, index)) {
        return code;
      }
      slot = (slot + 1) & (table.length - 1);
    }
    int code = texts.append(from, index);
    table[slot] = ((long) hash << Integer.SIZE) | (code + 1);
    if (texts.size() > table.length / 4 * 3) {
      rehash();
    }
    return code;
  }

  private void rehash() {
    long[] larger = new long[table.length * 2];
    for (long entry : table) {
      if (entry != EMPTY) {
        int slot = hash(entry) & (larger.length - 1);
        while (larger[slot] != EMPTY) {
          slot = (slot + 1) & (larger.length - 1);
        }
        larger[slot] = entry;
      }
    }
    table = larger;
  }

  private static int hash(long entry) {
    return (int) (entry >>> Integer.SIZE);
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
