package org.clew.model.coordination;

/**
 * Positions gathered by a key: those of key {@code k} are {@code member[start[k]]} to {@code
 * member[start[k + 1] - 1]}, ascending.
 */
final class Grouping {
  final int[] start;
  final int[] member;

  private Grouping(int[] start, int[] member) {
    this.start = start;
    this.member = member;
  }

  static Grouping of(int[] keyOfPosition, int keys) {
    int[] start = new int[keys + 1];
    for (int key : keyOfPosition) {
      start[key + 1]++;
    }
    for (int key = 0; key < keys; key++) {
      start[key + 1] += start[key];
    }
    int[] next = start.clone();
    int[] member = new int[keyOfPosition.length];
    for (int position = 0; position < keyOfPosition.length; position++) {
      member[next[keyOfPosition[position]]++] = position;
    }
    return new Grouping(start, member);
  }

  int groups() {
    return start.length - 1;
  }

  int size(int key) {
    return start[key + 1] - start[key];
  }
}
