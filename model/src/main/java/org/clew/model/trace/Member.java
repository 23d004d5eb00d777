package org.clew.model.trace;

import org.clew.model.entity.EntityId;

/**
 * A member of the subject, from which chains may start.
 *
 * @param id the member; the subject itself where that is an asset
 * @param probability how surely it belongs to the subject, from 0 to 1; 1 if an analyst drew it up
 *     or a source labelled it
 */
public record Member(EntityId id, double probability) {
  /** Below this probability a member starts no chain. */
  public static final double STARTS_FROM = 0.5;

  /** A member that certainly belongs to the subject. */
  public static Member certain(EntityId id) {
    return new Member(id, 1);
  }
}
