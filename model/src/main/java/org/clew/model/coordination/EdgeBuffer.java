package org.clew.model.coordination;

import java.util.Arrays;
import java.util.List;

/** Edges as a scan finds them, with up to a few values each. */
final class EdgeBuffer {
  int[] from = new int[16];
  int[] to = new int[16];
  final double[][] values;
  int size;

  EdgeBuffer(int columns) {
    values = new double[columns][16];
  }

  /** Adds an edge; its values are set by {@link #set}. */
  int add(int source, int target) {
    if (size == from.length) {
      int capacity = Growth.next(size);
      from = Arrays.copyOf(from, capacity);
      to = Arrays.copyOf(to, capacity);
      for (int column = 0; column < values.length; column++) {
        values[column] = Arrays.copyOf(values[column], capacity);
      }
    }
    from[size] = source;
    to[size] = target;
    return size++;
  }

  void set(int column, int edge, double value) {
    values[column][edge] = value;
  }

  /** One buffer of all, in the order of the list, trimmed. */
  static EdgeBuffer concat(List<EdgeBuffer> parts, int columns) {
    long total = parts.stream().mapToLong(part -> part.size).sum();
    EdgeBuffer all = new EdgeBuffer(columns);
    int length = total > Integer.MAX_VALUE - 8 ? Growth.next(Integer.MAX_VALUE) : (int) total;
    all.from = new int[length];
    all.to = new int[length];
    for (int column = 0; column < columns; column++) {
      all.values[column] = new double[length];
    }
    for (EdgeBuffer part : parts) {
      System.arraycopy(part.from, 0, all.from, all.size, part.size);
      System.arraycopy(part.to, 0, all.to, all.size, part.size);
      for (int column = 0; column < columns; column++) {
        System.arraycopy(part.values[column], 0, all.values[column], all.size, part.size);
      }
      all.size += part.size;
    }
    return all;
  }

  /** The edges with one column as their weight; the buffer must be trimmed. */
  EdgeList edges(int column) {
    return new EdgeList(from, to, values[column]);
  }
}
