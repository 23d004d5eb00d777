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
 * Many texts in UTF-8, end to end in one array, with their hashes: a few bytes of overhead each
 * where an object would cost fifty.
 */
final class ByteStrings implements Names {
  /** Differs in each process, so that no input can be made whose texts all collide. */
  private static final long SEED = ThreadLocalRandom.current().nextLong() | 1;

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long MIX = 0x9E3779B97F4A7C15L;
  private static final int INITIAL = 1 << 10;
  private static final int INITIAL_LENGTH = 24;

  private byte[] bytes = new byte[INITIAL * INITIAL_LENGTH];
  private int[] ends = new int[INITIAL];
  private int[] hashes = new int[INITIAL];
  private int size;

  /** Adds a text without looking whether it is there, and returns its index. */
  int append(byte[] source, int from, int length) {
    return append(source, from, length, hash(source, from, length));
  }

  int append(ByteStrings other, int index) {
    int start = other.start(index);
    return append(other.bytes, start, other.ends[index] - start, other.hashes[index]);
  }

  private int append(byte[] source, int from, int length, int hash) {
    int start = start(size);
    makeRoom(start, length);
    System.arraycopy(source, from, bytes, start, length);
    ends[size] = start + length;
    hashes[size] = hash;
    return size++;
  }

  private void makeRoom(int start, int length) {
    if (length > Integer.MAX_VALUE - Long.BYTES - start) {
      throw new ClewException(
          Reason.LIMIT, "The selected rows name more than two gigabytes of distinct texts.");
    }
    if (start + length > bytes.length) {
      bytes = Arrays.copyOf(bytes, grown(bytes.length, start + length));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, grown(size, size + 1));
      hashes = Arrays.copyOf(hashes, ends.length);
    }
  }

  private static int grown(int current, int needed) {
    long wanted = Math.max(needed, current + (current >> 1) + 1L);
    return (int) Math.min(wanted, Integer.MAX_VALUE - Long.BYTES);
  }

  int hash(int index) {
    return hashes[index];
  }

  boolean equal(int index, ByteStrings other, int otherIndex) {
    return hashes[index] == other.hashes[otherIndex]
        && Arrays.equals(
            bytes,
            start(index),
            ends[index],
            other.bytes,
            other.start(otherIndex),
            other.ends[otherIndex]);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public String get(int index) {
    Objects.checkIndex(index, size);
    int start = start(index);
    return new String(bytes, start, ends[index] - start, StandardCharsets.UTF_8);
  }

  private int start(int index) {
    return index == 0 ? 0 : ends[index - 1];
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
