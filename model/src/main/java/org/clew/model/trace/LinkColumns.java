package org.clew.model.trace;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.clew.model.evidence.DaySpan;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/** Links column by column, each by the number of its place. */
final class LinkColumns {
  private static final List<LinkType> TYPES = List.of(LinkType.values());
  private static final int CREDIBILITIES = 6;
  private static final Grade[] GRADES = grades();

  private int size;
  private int[] from = new int[1024];
  private int[] to = new int[1024];
  private byte[] types = new byte[1024];
  private short[] kinds = new short[1024];
  private byte[] grades = new byte[1024];
  private int[] firstDays = new int[1024];
  private int[] lastDays = new int[1024];
  private boolean[] reported = new boolean[1024];
  private int[] sources = new int[1024];
  private long[] ids = new long[1024];

  private static Grade[] grades() {
    Grade[] grades = new Grade[CREDIBILITIES * CREDIBILITIES];
    for (int i = 0; i < grades.length; i++) {
      grades[i] = new Grade((char) ('A' + i / CREDIBILITIES), i % CREDIBILITIES + 1);
    }
    return grades;
  }

  /** Adds a link; its id is 16 hex digits. */
  void add(
      String id,
      int fromNode,
      LinkType type,
      int toNode,
      int source,
      int kind,
      @Nullable Grade grade,
      DaySpan days,
      boolean isReported) {
    if (size == from.length) {
      grow();
    }
    ids[size] = HexFormat.fromHexDigitsToLong(id);
    from[size] = fromNode;
    to[size] = toNode;
    types[size] = (byte) TYPES.indexOf(type);
    sources[size] = source;
    kinds[size] = (short) kind;
    grades[size] = (byte) (grade == null ? -1 : number(grade));
    firstDays[size] = days.first();
    lastDays[size] = days.last();
    reported[size++] = isReported;
  }

  private static int number(Grade grade) {
    return (grade.reliability() - 'A') * CREDIBILITIES + grade.credibility() - 1;
  }

  private void grow() {
    int larger = size + (size >> 1);
    from = Arrays.copyOf(from, larger);
    to = Arrays.copyOf(to, larger);
    types = Arrays.copyOf(types, larger);
    kinds = Arrays.copyOf(kinds, larger);
    grades = Arrays.copyOf(grades, larger);
    firstDays = Arrays.copyOf(firstDays, larger);
    lastDays = Arrays.copyOf(lastDays, larger);
    reported = Arrays.copyOf(reported, larger);
    sources = Arrays.copyOf(sources, larger);
    ids = Arrays.copyOf(ids, larger);
  }

  int size() {
    return size;
  }

  int from(int link) {
    return from[link];
  }

  int to(int link) {
    return to[link];
  }

  LinkType type(int link) {
    return TYPES.get(types[link]);
  }

  int kind(int link) {
    return kinds[link];
  }

  @Nullable Grade grade(int link) {
    return grades[link] < 0 ? null : GRADES[grades[link]];
  }

  DaySpan days(int link) {
    return new DaySpan(firstDays[link], lastDays[link]);
  }

  boolean reported(int link) {
    return reported[link];
  }

  int source(int link) {
    return sources[link];
  }

  /** The id as a number; in the order of unsigned numbers ids are in the order of their texts. */
  long number(int link) {
    return ids[link];
  }

  String id(int link) {
    return HexFormat.of().toHexDigits(ids[link]);
  }
}
