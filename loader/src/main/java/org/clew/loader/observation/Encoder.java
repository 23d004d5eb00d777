package org.clew.loader.observation;

import org.clew.model.observation.Names;

/** Gives each distinct text a code, in the order in which the texts are first seen. */
final class Encoder implements Names {
  private static final int INITIAL = 1 << 12;
  private static final long EMPTY = 0;
  private static final int BATCH = 128;

  private final ByteStrings texts = new ByteStrings();

  /** Hash in the upper half, place plus one in the lower: one look tells most misses. */
  private long[] table = new long[INITIAL];

  /** Keeps the compiler from leaving out what only fetches. */
  @SuppressWarnings("UnusedVariable")
  private long fetched;

  /**
   * Encodes texts of another collection in the order given.
   *
   * @param indexes which
   * @return the codes by the index of the text
   */
  int[] encode(ByteStrings from, int[] indexes) {
    int[] codes = new int[from.size()];
    for (int begin = 0; begin < indexes.length; begin += BATCH) {
      int end = Math.min(indexes.length, begin + BATCH);
      for (int i = begin; i < end; i++) {
        fetched ^= fetch(from.hash(indexes[i]));
      }
      for (int i = begin; i < end; i++) {
        codes[indexes[i]] = encode(from, indexes[i]);
      }
    }
    return codes;
  }

  /**
   * Looks where a text will be looked for. Of looks that do not wait for each other a processor
   * makes many at once; the table and the texts are far larger than its cache.
   */
  private long fetch(int hash) {
    long entry = table[hash & (table.length - 1)];
    return hash(entry) == hash && entry != EMPTY ? texts.lengthAt(place(entry)) : entry;
  }

  private int encode(ByteStrings from, int index) {
    int hash = from.hash(index);
    int slot = hash & (table.length - 1);
    while (table[slot] != EMPTY) {
      int place = place(table[slot]);
      if (hash(table[slot]) == hash && texts.isAt(place, from, index)) {
        return texts.indexAt(place);
      }
      slot = (slot + 1) & (table.length - 1);
    }
    int code = texts.append(from, index);
    table[slot] = ((long) hash << Integer.SIZE) | Integer.toUnsignedLong(texts.place(code) + 1);
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

  private static int place(long entry) {
    return (int) entry - 1;
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
