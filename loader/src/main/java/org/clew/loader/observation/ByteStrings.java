package org.clew.loader.observation;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.observation.Names;

/**
 * Many texts in UTF-8 with their hashes, each behind its length and its index in slabs of 64 KiB: a
 * few bytes of overhead for a text where an object would cost fifty, and no large array to copy
 * when it grows. Who keeps a text's place needs no further look to find its index.
 */
final class ByteStrings implements Names {
  /** Differs in each process, so that no input can be made whose texts all collide. */
  private static final long SEED = ThreadLocalRandom.current().nextLong() | 1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle INTS =
      MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private static final int SLAB_BYTES = 1 << 16;
  private static final int HEADER_BYTES = 2 * Integer.BYTES;
  private static final int UNIT_SHIFT = 2;
  private static final int SLAB_SHIFT = 14;
  private static final int SLABS = 1 << (Integer.SIZE - 1 - SLAB_SHIFT);
  private static final int INITIAL = 1 << 8;

  private byte[][] slabs = new byte[1][];
  private int slabCount;
  private int used = SLAB_BYTES;

  /** Where the texts start: the slab in the upper bits, then the place in units of four bytes. */
  private int[] places = new int[INITIAL];

  private int[] hashes = new int[INITIAL];
  private int size;

  /** Adds a text without looking whether it is there, and returns its index. */
  int append(byte[] source, int from, int length) {
    return append(source, from, length, hash(source, from, length));
  }

  int append(ByteStrings other, int index) {
    int place = other.places[index];
    return append(
        other.slab(place),
        offset(place) + HEADER_BYTES,
        other.lengthAt(place),
        other.hashes[index]);
  }

  private int append(byte[] source, int from, int length, int hash) {
    int needed = Math.addExact(length, HEADER_BYTES);
    if (slabCount == 0 || needed > SLAB_BYTES - used) {
      addSlab(needed);
    }
    if (size == places.length) {
      places = Arrays.copyOf(places, size + (size >> 1));
      hashes = Arrays.copyOf(hashes, places.length);
    }
    byte[] slab = slabs[slabCount - 1];
    INTS.set(slab, used, length);
    INTS.set(slab, used + Integer.BYTES, size);
    System.arraycopy(source, from, slab, used + HEADER_BYTES, length);
    places[size] = ((slabCount - 1) << SLAB_SHIFT) | (used >> UNIT_SHIFT);
    hashes[size] = hash;
    used = Math.min(SLAB_BYTES, (used + needed + 3) & -4);
    return size++;
  }

  private void addSlab(int needed) {
    if (slabCount == SLABS) {
      throw new ClewException(
          Reason.LIMIT, "The selected rows name more than eight gigabytes of distinct texts.");
    }
    if (slabCount == slabs.length) {
      slabs = Arrays.copyOf(slabs, slabCount * 2);
    }
    slabs[slabCount++] = new byte[Math.max(SLAB_BYTES, needed)];
    used = 0;
  }

  int hash(int index) {
    return hashes[index];
  }

  /** Where a text stands. */
  int place(int index) {
    return places[index];
  }

  /** The index of the text at a place. */
  int indexAt(int place) {
    return (int) INTS.get(slab(place), offset(place) + Integer.BYTES);
  }

  /** The bytes of the text at a place. */
  int lengthAt(int place) {
    return (int) INTS.get(slab(place), offset(place));
  }

  boolean isAt(int place, ByteStrings other, int otherIndex) {
    int start = offset(place) + HEADER_BYTES;
    int otherPlace = other.places[otherIndex];
    int otherStart = offset(otherPlace) + HEADER_BYTES;
    return Arrays.equals(
        slab(place),
        start,
        start + lengthAt(place),
        other.slab(otherPlace),
        otherStart,
        otherStart + other.lengthAt(otherPlace));
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String get(int index) {
    Objects.checkIndex(index, size);
    int place = places[index];
    return new String(
        slab(place), offset(place) + HEADER_BYTES, lengthAt(place), StandardCharsets.UTF_8);
  }

  private byte[] slab(int place) {
    return slabs[place >>> SLAB_SHIFT];
  }

  private static int offset(int place) {
    return (place & ((1 << SLAB_SHIFT) - 1)) << UNIT_SHIFT;
  }

  private static int hash(byte[] source, int from, int length) {
    long hash = SEED + length;
    int end = from + length;
    int at = from;
    for (; at + Long.BYTES <= end; at += Long.BYTES) {
      hash = mix(hash ^ (long) LONGS.get(source, at));
    }
    long rest = 0;
    for (; at < end; at++) {
      rest = (rest << Byte.SIZE) | (source[at] & 0xFF);
    }
    return (int) (mix(hash ^ rest) >>> Integer.SIZE);
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> Integer.SIZE)) * (MIX ^ (SEED << 1));
    return mixed ^ (mixed >>> 29);
  }
}
