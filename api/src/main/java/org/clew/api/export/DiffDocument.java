package org.clew.api.export;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How two exports differ.
 *
 * @param before the first file
 * @param after the second file
 * @param counts by section (sources, nodes, statements, links) how much differs
 * @param items what differs, by section and key, at most as many as asked for
 * @param truncated why not everything is listed; null where all is
 */
public record DiffDocument(
    String before,
    String after,
    Map<String, Counts> counts,
    List<Item> items,
    @Nullable Map<String, String> truncated) {
  public DiffDocument {
    items = List.copyOf(items);
  }

  /** How many are only in the second, only in the first, and in both but otherwise. */
  public record Counts(long added, long removed, long changed) {}

  /**
   * Something that differs.
   *
   * @param section sources, nodes, statements or links
   * @param change added, removed or changed
   * @param key its id; of a statement the entity and the source; of a link type and id
   * @param fields of something changed: by name its values before and after
   */
  public record Item(
      String section,
      String change,
      String key,
      SortedMap<String, List<@Nullable Object>> fields) {}
}
