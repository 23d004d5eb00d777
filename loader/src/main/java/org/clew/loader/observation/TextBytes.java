package org.clew.loader.observation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;

/** Texts in UTF-8, one behind the other. */
final class TextBytes {
  private byte[] bytes = new byte[1 << 12];
  private int[] ends = new int[1 << 8];
  private int size;

  /** Adds a text and returns its index. */
  int add(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    int start = length();
    int end = Math.addExact(start, encoded.length);
    if (end > bytes.length) {
      bytes = Arrays.copyOf(bytes, larger(end));
    }
    if (size == ends.length) {
      ends = Arrays.copyOf(ends, larger(size));
    }
    System.arraycopy(encoded, 0, bytes, start, encoded.length);
    ends[size] = end;
    return size++;
  }

  Binary get(int index) {
    int start = index == 0 ? 0 : ends[index - 1];
    return Binary.fromConstantByteArray(bytes, start, ends[index] - start);
  }

  int size() {
    return size;
  }

  /** Bytes of all texts together. */
  int length() {
    return size == 0 ? 0 : ends[size - 1];
  }

  void clear() {
    size = 0;
  }

  private static int larger(int needed) {
    return Math.addExact(needed, needed >> 1);
  }
}
