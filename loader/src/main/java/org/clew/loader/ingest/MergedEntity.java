package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.clew.loader.entity.Descriptions;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.StatedEntity;

/**
 * All that one source says of one entity: of contradicting values the first in the file stands,
 * lists are united, and a name yields to a better one only if it is no more than the id's local
 * part.
 */
final class MergedEntity {
  private final EntityId id;
  private String name;
  private final Map<String, Object> attributes = new TreeMap<>();
  private final Set<String> evidence = new LinkedHashSet<>();

  MergedEntity(EntityId id) {
    this.id = id;
    this.name = id.local();
  }

  void add(Entity entity, String reference) {
    if (name.equals(id.local()) && !entity.name().isBlank()) {
      name = entity.name();
    }
    entity.attributes().forEach((key, value) -> attributes.merge(key, value, MergedEntity::merge));
    addEvidence(reference);
  }

  void addEvidence(String reference) {
    if (!reference.isEmpty()) {
      evidence.add(reference);
    }
  }

  StatedEntity build(EntityId source) {
    Map<String, Object> all = new TreeMap<>(Descriptions.of(id).attributes());
    all.putAll(attributes);
    return new StatedEntity(Entity.of(id, name, all), source, List.copyOf(evidence));
  }

  private static Object merge(Object first, Object second) {
    if (first instanceof List<?> some && second instanceof List<?> more) {
      List<Object> united = new ArrayList<>(new LinkedHashSet<Object>(some));
      more.stream().filter(value -> !united.contains(value)).forEach(united::add);
      united.sort((a, b) -> Objects.toString(a).compareTo(Objects.toString(b)));
      return united;
    }
    return first;
  }
}
