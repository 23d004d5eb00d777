package org.clew.api.export;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clew.model.entity.EntityId;

/** The numbers by which a document cites sources, in the order of first use. */
final class Citations {
  private static final int SHOWN = 6;

  private final Map<EntityId, Integer> numbers = new LinkedHashMap<>();

  /** As in {@code [1, 4]}; empty for no source. */
  String of(Collection<EntityId> sources) {
    if (sources.isEmpty()) {
      return "";
    }
    String numbered =
        sources.stream()
            .distinct()
            .map(source -> numbers.computeIfAbsent(source, s -> numbers.size() + 1))
            .sorted()
            .limit(SHOWN)
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
    return "[" + numbered + (sources.stream().distinct().count() > SHOWN ? ", …]" : "]");
  }

  /** All that were cited, the first first. */
  List<EntityId> cited() {
    return List.copyOf(numbers.keySet());
  }
}
