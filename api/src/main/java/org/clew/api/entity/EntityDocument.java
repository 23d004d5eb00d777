package org.clew.api.entity;

import java.util.SortedMap;
import org.clew.cypher.entity.EntityView;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;

/**
 * An entity as a document.
 *
 * @param id its id
 * @param kind label of its kind, as in {@code MediaOutlet}
 * @param name what a reader should see
 * @param attributes everything else that is known, by attribute name
 */
public record EntityDocument(
    EntityId id, EntityKind kind, String name, SortedMap<String, Object> attributes) {
  /** The document of an entity. */
  public static EntityDocument of(EntityView view) {
    return new EntityDocument(view.id(), view.id().kind(), view.name(), view.attributes());
  }
}
