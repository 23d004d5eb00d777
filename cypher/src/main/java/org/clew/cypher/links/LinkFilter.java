package org.clew.cypher.links;

import java.util.Set;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Which links to list; null or empty means any.
 *
 * @param from where they start
 * @param to where they end
 * @param either an entity at which they start or end
 * @param types their types
 * @param since drops links whose last date lies before; links without dates stay
 * @param until drops links whose first date lies after; links without dates stay
 * @param minCount drops links observed less often
 */
public record LinkFilter(
    @Nullable EntityId from,
    @Nullable EntityId to,
    @Nullable EntityId either,
    Set<LinkType> types,
    @Nullable PartialDate since,
    @Nullable PartialDate until,
    long minCount) {
  /** All links. */
  public static final LinkFilter ALL = new LinkFilter(null, null, null, Set.of(), null, null, 0);

  public LinkFilter {
    types = Set.copyOf(types);
    if (since != null && until != null && until.latest().isBefore(since.earliest())) {
      throw new ClewException(
          Reason.USAGE, "The time from " + since + " until " + until + " ends before it begins.");
    }
  }

  /** Whether it names one entity, so that all its links are there. */
  boolean isAtOne() {
    return either != null || (from == null) != (to == null);
  }

  /** The same types, dates and count, with these ends. */
  public LinkFilter between(@Nullable EntityId start, @Nullable EntityId end) {
    return new LinkFilter(start, end, null, types, since, until, minCount);
  }
}
