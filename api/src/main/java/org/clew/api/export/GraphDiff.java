package org.clew.api.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.api.export.DiffDocument.Counts;
import org.clew.api.export.DiffDocument.Item;
import org.clew.api.export.ExportStream.Element;
import org.jspecify.annotations.Nullable;

/**
 * Compares two JSON exports by stable ids. Both are in the same order, so that they are merged as
 * they are read, with memory for what is listed alone.
 */
public final class GraphDiff {
  private static final List<String> SECTIONS = List.of("sources", "nodes", "statements", "links");

  private final int limit;
  private final Map<String, Counts> counts = new LinkedHashMap<>();
  private final List<Item> items = new ArrayList<>();
  private boolean cut;

  private GraphDiff(int limit) {
    this.limit = limit;
  }

  /**
   * Compares two files.
   *
   * @param limit how much is listed at most; everything is counted
   * @throws org.clew.model.ClewException UNREADABLE when one is no whole JSON export of Clew
   */
  public static DiffDocument of(Path before, Path after, int limit) {
    GraphDiff diff = new GraphDiff(limit);
    try (ExportStream first = new ExportStream(before);
        ExportStream second = new ExportStream(after)) {
      SECTIONS.forEach(section -> diff.section(section, first, second));
    }
    Map<String, String> truncated =
        diff.cut ? Map.of("reason", "Only the first " + limit + " differences are listed.") : null;
    return new DiffDocument(
        before.toString(), after.toString(), diff.counts, diff.items, truncated);
  }

  private void section(String section, ExportStream first, ExportStream second) {
    counts.put(section, new Counts(0, 0, 0));
    first.enter(section);
    second.enter(section);
    @Nullable Element old = first.next(section);
    @Nullable Element now = second.next(section);
    while (old != null || now != null) {
      int order = order(old, now);
      if (order < 0 && old != null) {
        add(section, "removed", old.key(), new TreeMap<>());
      } else if (order > 0 && now != null) {
        add(section, "added", now.key(), new TreeMap<>());
      } else if (old != null && now != null && !old.content().equals(now.content())) {
        add(section, "changed", now.key(), fields(old.content(), now.content()));
      }
      old = order <= 0 ? first.next(section) : old;
      now = order >= 0 ? second.next(section) : now;
    }
  }

  private static int order(@Nullable Element old, @Nullable Element now) {
    if (old == null || now == null) {
      return old == null ? 1 : -1;
    }
    return ExportStream.BY_CODE_POINTS.compare(old.key(), now.key());
  }

  private void add(
      String section, String change, String key, SortedMap<String, List<@Nullable Object>> fields) {
    Counts so = counts.getOrDefault(section, new Counts(0, 0, 0));
    counts.put(
        section,
        switch (change) {
          case "added" -> new Counts(so.added() + 1, so.removed(), so.changed());
          case "removed" -> new Counts(so.added(), so.removed() + 1, so.changed());
          default -> new Counts(so.added(), so.removed(), so.changed() + 1);
        });
    if (items.size() < limit) {
      items.add(new Item(section, change, key.replace('\t', ' '), fields));
    } else {
      cut = true;
    }
  }

  /** What differs, with the fields of a nested object beside the others. */
  private static SortedMap<String, List<@Nullable Object>> fields(
      Map<String, Object> old, Map<String, Object> now) {
    SortedMap<String, Object> before = flat(old);
    SortedMap<String, Object> after = flat(now);
    SortedMap<String, List<@Nullable Object>> fields = new TreeMap<>();
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    for (String name : names) {
      @Nullable Object was = before.get(name);
      @Nullable Object is = after.get(name);
      boolean same = was == null ? is == null : was.equals(is);
      if (!same) {
        fields.put(name, Arrays.asList(was, is));
      }
    }
    return fields;
  }

  private static SortedMap<String, Object> flat(Map<String, Object> content) {
    SortedMap<String, Object> flat = new TreeMap<>();
    content.forEach(
        (name, value) -> {
          if (value instanceof Map<?, ?> nested) {
            nested.forEach((inner, held) -> flat.put(String.valueOf(inner), held));
          } else if (value != null) {
            flat.put(name, value);
          }
        });
    return flat;
  }
}
