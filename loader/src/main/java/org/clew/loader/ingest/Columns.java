package org.clew.loader.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The columns of a table by their names, stripped and in lower case; of two alike the first counts.
 */
final class Columns {
  static final Columns NONE = new Columns(List.of());

  /** The place of a column that a table lacks. */
  static final int NOWHERE = -1;

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  Columns(List<String> names) {
    this.names = List.copyOf(names);
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
    }
  }

  List<String> names() {
    return names;
  }

  int size() {
    return names.size();
  }

  /** The place of a column from 0; {@link #NOWHERE} where there is none. */
  int place(String column) {
    return places.getOrDefault(column, NOWHERE);
  }
}
