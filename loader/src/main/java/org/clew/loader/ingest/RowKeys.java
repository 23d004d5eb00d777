package org.clew.loader.ingest;

/**
 * The rows seen so far, by the keys that {@link RowDigest} makes: 21 to 43 bytes a row, and no two
 * rows that anybody could construct are taken for one.
 */
final class RowKeys {
  private static final int FIRST_SLOTS = 1 << 10;

  private long[] slots = new long[2 * FIRST_SLOTS];
  private int size;
  private int last;

  /** Keeps the compiler from leaving out what only fetches. */
  @SuppressWarnings("UnusedVariable")
  private long fetched;

  /** A key that was looked for; never both halves 0, which marks a free slot. */
  record Key(long high, long low) {}

  /** Whether the key was not there yet. */
  boolean add(Key key) {
    if (4L * (size + 1) > 3L * (slots.length / 2)) {
      grow();
    }
    int slot = slot(key.high(), key.low());
    if (slots[slot] != 0) {
      return false;
    }
    slots[slot] = key.high();
    slots[slot + 1] = key.low();
    last = slot;
    size++;
    return true;
  }

  /**
   * Looks where a key will be looked for. Of looks that do not wait for each other a processor
   * makes many at once; the table is far larger than its cache.
   */
  void fetch(Key key) {
    fetched ^= slots[2 * place(key.low(), slots.length / 2 - 1)];
  }

  /** Takes the key back that was added last; no other was found by passing its slot. */
  void removeLast() {
    slots[last] = 0;
    slots[last + 1] = 0;
    size--;
  }

  int size() {
    return size;
  }

  private static int place(long low, int mask) {
    return (int) (low ^ (low >>> 32)) & mask;
  }

  private int slot(long high, long low) {
    int mask = slots.length / 2 - 1;
    int at = place(low, mask);
    while (slots[2 * at] != 0 && (slots[2 * at] != high || slots[2 * at + 1] != low)) {
      at = (at + 1) & mask;
    }
    return 2 * at;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[2 * old.length];
    for (int i = 0; i < old.length; i += 2) {
      if (old[i] != 0) {
        int slot = slot(old[i], old[i + 1]);
        slots[slot] = old[i];
        slots[slot + 1] = old[i + 1];
      }
    }
  }
}
