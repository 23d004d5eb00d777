package org.clew.loader.ingest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;

/**
 * What rows say of one account: of each attribute the value of the latest row that has one, and the
 * handles and names it had before.
 */
final class Profile {
  private static final int MAX_FORMER = 50;

  private final Map<String, Dated> values = new TreeMap<>();
  private final Set<String> formerHandles = new TreeSet<>();
  private final Set<String> formerNames = new TreeSet<>();
  private Map<String, Object> lastAdded = Map.of();
  private long lastTime = Long.MIN_VALUE;

  private record Dated(Object value, long time) {}

  /** Adds the attributes of a row; most rows repeat those of the row before. */
  void add(Map<String, Object> attributes, long time) {
    if (attributes == lastAdded || attributes.equals(lastAdded)) {
      lastTime = Math.max(lastTime, time);
      return;
    }
    date();
    lastAdded = attributes;
    lastTime = time;
    remember(formerHandles, attributes, Attribute.HANDLE);
    remember(formerNames, attributes, Attribute.DISPLAY_NAME);
  }

  /** Dates the attributes of the last rows by the latest of these. */
  private void date() {
    lastAdded.forEach((key, value) -> values.merge(key, new Dated(value, lastTime), this::later));
  }

  Entity entity(EntityId id) {
    date();
    Map<String, Object> attributes = new TreeMap<>();
    values.forEach((key, dated) -> attributes.put(key, dated.value()));
    putFormer(attributes, Attribute.HANDLE, Attribute.FORMER_HANDLES, formerHandles);
    putFormer(attributes, Attribute.DISPLAY_NAME, Attribute.FORMER_NAMES, formerNames);
    Object name = attributes.getOrDefault(Attribute.DISPLAY_NAME.key(), "");
    Object handle = attributes.get(Attribute.HANDLE.key());
    String shown = name.toString().isBlank() && handle != null ? "@" + handle : name.toString();
    return Entity.of(id, shown.isBlank() ? id.local() : shown, attributes);
  }

  private Dated later(Dated known, Dated other) {
    return other.time() >= known.time() ? other : known;
  }

  private static void remember(
      Set<String> former, Map<String, Object> attributes, Attribute attribute) {
    Object value = attributes.get(attribute.key());
    if (value != null && former.size() < MAX_FORMER) {
      former.add(value.toString());
    }
  }

  private static void putFormer(
      Map<String, Object> attributes, Attribute now, Attribute before, Set<String> all) {
    Set<String> former = new TreeSet<>(all);
    former.remove(String.valueOf(attributes.get(now.key())));
    if (!former.isEmpty()) {
      attributes.put(before.key(), List.copyOf(former));
    }
  }
}
