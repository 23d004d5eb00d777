package org.clew.cypher.entity;

import org.clew.model.entity.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * Which entities to list; null means any.
 *
 * @param text words to find in names and handles
 * @param kind kind of entity
 * @param platform platform of an account, page or group
 * @param state ISO 3166 code of the country an entity belongs to
 */
public record EntityFilter(
    @Nullable String text,
    @Nullable EntityKind kind,
    @Nullable String platform,
    @Nullable String state) {
  /** All entities. */
  public static final EntityFilter ALL = new EntityFilter(null, null, null, null);
}
