package org.clew.cypher.links;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Which links of many entities are meant.
 *
 * @param entities whose links
 * @param others what must stand at the other end; empty for anything
 * @param direction out for links that start at one of the entities, in for those that end there
 * @param conditions types, dates and count; its ends are not looked at
 */
public record LinkSearch(
    SortedSet<EntityId> entities,
    Set<EntityId> others,
    Direction direction,
    LinkFilter conditions) {
  /** What is meant, given how a person would say it; copies the collections. */
  public static LinkSearch of(
      Collection<EntityId> entities,
      Collection<EntityId> others,
      Direction direction,
      Set<LinkType> types,
      @Nullable PartialDate since,
      @Nullable PartialDate until,
      long minCount) {
    return new LinkSearch(
        new TreeSet<>(entities),
        Set.copyOf(others),
        direction,
        new LinkFilter(null, null, null, types, since, until, minCount));
  }

  /** The entity under which a link is told: one that joins two of them is told under the first. */
  public Optional<EntityId> entityOf(LinkView link) {
    return switch (direction) {
      case OUT -> at(link.from(), link.to());
      case IN -> at(link.to(), link.from());
      case BOTH ->
          Stream.of(at(link.from(), link.to()), at(link.to(), link.from()))
              .flatMap(Optional::stream)
              .min(EntityId::compareTo);
    };
  }

  private Optional<EntityId> at(EntityId entity, EntityId other) {
    return entities.contains(entity) && (others.isEmpty() || others.contains(other))
        ? Optional.of(entity)
        : Optional.empty();
  }
}
