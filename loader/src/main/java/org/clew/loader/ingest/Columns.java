package org.clew.loader.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table by their names, stripped and in lower case; of two alike the first counts.
 */
final class Columns {
  static final Columns NONE = new Columns(List.of());

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

  /** The field that stands below a column, as in the file; empty where there is none. */
  String field(List<String> fields, String column) {
    @Nullable Integer place = places.get(column);
    return place == null || place >= fields.size() ? "" : fields.get(place);
  }
}
