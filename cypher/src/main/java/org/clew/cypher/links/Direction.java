package org.clew.cypher.links;

import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/** Which of an entity's links are meant. */
public enum Direction {
  /** Those that start at it. */
  OUT,
  /** Those that end at it. */
  IN,
  /** All. */
  BOTH;

  /**
   * The filter for an entity's links in this direction; the other parts as in {@link LinkFilter}.
   */
  public LinkFilter filter(
      EntityId entity,
      Set<LinkType> types,
      @Nullable PartialDate since,
      @Nullable PartialDate until,
      long minCount) {
    return new LinkFilter(
        this == OUT ? entity : null,
        this == IN ? entity : null,
        this == BOTH ? entity : null,
        types,
        since,
        until,
        minCount);
  }

  /** The filter for an entity's links in this direction, with types, dates and count of another. */
  public LinkFilter filter(EntityId entity, LinkFilter conditions) {
    return filter(
        entity, conditions.types(), conditions.since(), conditions.until(), conditions.minCount());
  }
}
