package org.clew.model.entity;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one source says of one entity: its name and its attributes. Several sources may describe one
 * entity differently; each of their descriptions stands.
 *
 * @param id the stable id, whose first part is the kind
 * @param name what a reader should see; never blank
 * @param attributes values of type String, Long, Double, Boolean or list of String, by name, in the
 *     order of the names; the names are those of {@link Attribute}
 */
public record Entity(EntityId id, String name, SortedMap<String, Object> attributes) {
  public Entity {
    attributes = Collections.unmodifiableSortedMap(new TreeMap<>(attributes));
  }

  /** An entity with attributes. */
  public static Entity of(EntityId id, String name, Map<String, ?> attributes) {
    return new Entity(id, name, new TreeMap<>(attributes));
  }

  /** An entity of which nothing but the name is known. */
  public static Entity of(EntityId id, String name) {
    return of(id, name, Map.of());
  }

  /** The kind of entity. */
  public EntityKind kind() {
    return id.kind();
  }
}
