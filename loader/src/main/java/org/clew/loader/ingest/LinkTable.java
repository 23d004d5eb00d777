package org.clew.loader.ingest;

import java.util.Arrays;
import java.util.List;
import org.clew.model.links.Link;
import org.clew.model.observation.Moment;
import org.clew.model.observation.TimePrecision;
import org.jspecify.annotations.Nullable;

/**
 * Counts links of one type between coded entities, in arrays: some 100 bytes a link. First and last
 * time and the first {@link Link#MAX_EVIDENCE} lines stay.
 */
final class LinkTable {
  private static final int FIRST_CAPACITY = 256;
  private static final List<TimePrecision> PRECISIONS = List.of(TimePrecision.values());
  private static final byte NO_TIME = -1;

  private int[] slots = filled(2 * FIRST_CAPACITY);
  private long[] ends = new long[FIRST_CAPACITY];
  private long[] counts = new long[FIRST_CAPACITY];
  private long[] firstTimes = new long[FIRST_CAPACITY];
  private long[] lastTimes = new long[FIRST_CAPACITY];
  private byte[] firstPrecisions = new byte[FIRST_CAPACITY];
  private byte[] lastPrecisions = new byte[FIRST_CAPACITY];
  private long[] lines = new long[FIRST_CAPACITY * Link.MAX_EVIDENCE];
  private int size;

  void add(int from, int to, @Nullable Moment time, long line) {
    int link = find(((long) from << Integer.SIZE) | to);
    if (counts[link] < Link.MAX_EVIDENCE) {
      lines[link * Link.MAX_EVIDENCE + (int) counts[link]] = line;
    }
    counts[link]++;
    if (time != null) {
      widen(link, time.epochMillis(), (byte) PRECISIONS.indexOf(time.precision()));
    }
  }

  int size() {
    return size;
  }

  int from(int link) {
    return (int) (ends[link] >>> Integer.SIZE);
  }

  int to(int link) {
    return (int) ends[link];
  }

  long count(int link) {
    return counts[link];
  }

  @Nullable Moment first(int link) {
    return moment(firstTimes[link], firstPrecisions[link]);
  }

  @Nullable Moment last(int link) {
    return moment(lastTimes[link], lastPrecisions[link]);
  }

  /** The lines of the first rows, in the order in which they were added. */
  long[] lines(int link) {
    int start = link * Link.MAX_EVIDENCE;
    return Arrays.copyOfRange(
        lines, start, start + (int) Math.min(counts[link], Link.MAX_EVIDENCE));
  }

  private static @Nullable Moment moment(long time, byte precision) {
    return precision == NO_TIME ? null : new Moment(time, PRECISIONS.get(precision));
  }

  /** Of two moments with one first instant the coarser is the earlier. */
  private void widen(int link, long time, byte precision) {
    boolean unknown = firstPrecisions[link] == NO_TIME;
    if (unknown
        || time < firstTimes[link]
        || (time == firstTimes[link] && precision > firstPrecisions[link])) {
      firstTimes[link] = time;
      firstPrecisions[link] = precision;
    }
    if (unknown
        || time > lastTimes[link]
        || (time == lastTimes[link] && precision < lastPrecisions[link])) {
      lastTimes[link] = time;
      lastPrecisions[link] = precision;
    }
  }

  private int find(long key) {
    int slot = slot(key);
    if (slots[slot] < 0) {
      if (2 * (size + 1) > slots.length) {
        grow();
        slot = slot(key);
      }
      slots[slot] = size;
      ends[size] = key;
      firstPrecisions[size] = NO_TIME;
      lastPrecisions[size] = NO_TIME;
      size++;
    }
    return slots[slot];
  }

  private int slot(long key) {
    long hash = key * 0x9e3779b97f4a7c15L;
    int mask = slots.length - 1;
    int at = (int) (hash >>> Integer.SIZE) & mask;
    while (slots[at] >= 0 && ends[slots[at]] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  private void grow() {
    int capacity = 2 * ends.length;
    ends = Arrays.copyOf(ends, capacity);
    counts = Arrays.copyOf(counts, capacity);
    firstTimes = Arrays.copyOf(firstTimes, capacity);
    lastTimes = Arrays.copyOf(lastTimes, capacity);
    firstPrecisions = Arrays.copyOf(firstPrecisions, capacity);
    lastPrecisions = Arrays.copyOf(lastPrecisions, capacity);
    lines = Arrays.copyOf(lines, capacity * Link.MAX_EVIDENCE);
    slots = filled(2 * capacity);
    for (int link = 0; link < size; link++) {
      slots[slot(ends[link])] = link;
    }
  }

  private static int[] filled(int length) {
    int[] slots = new int[length];
    Arrays.fill(slots, -1);
    return slots;
  }
}
