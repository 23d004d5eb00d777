package org.clew.model.attribution;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.links.Link;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/** Who controls or owns whom, as sources state it, and what of that is over. */
final class Holdings {
  private final InputFilter filter;
  private final @Nullable LocalDate asOf;
  private final Map<EntityId, Map<EntityId, List<Link>>> above = new TreeMap<>();

  Holdings(InputFilter filter) {
    this.filter = filter;
    this.asOf = filter.asOf();
  }

  /**
   * All that one entity states to hold of another.
   *
   * @param days when it held it; open at the end where it still does
   * @param until the last day as it was written; null where the end is open
   */
  record Holding(EntityId owner, DaySpan days, @Nullable PartialDate until, List<Link> links) {
    Holding {
      links = List.copyOf(links);
    }
  }

  /**
   * A way up from an entity to who holds it.
   *
   * @param days when all its steps held; what no source dates is open
   * @param until the last day of the step that ended first; null where none has ended
   */
  record Reached(DaySpan days, @Nullable PartialDate until, List<Link> links) {
    Reached {
      links = List.copyOf(links);
    }
  }

  void add(Link link) {
    above
        .computeIfAbsent(link.to(), key -> new TreeMap<>())
        .computeIfAbsent(link.from(), key -> new ArrayList<>())
        .add(link);
  }

  /**
   * Who holds an entity, however many steps up, without itself.
   *
   * @param over whether to go over holdings that have ended too
   */
  Map<EntityId, Reached> holders(EntityId id, boolean over) {
    Map<EntityId, Reached> reached = new LinkedHashMap<>();
    reached.put(id, new Reached(DaySpan.UNKNOWN, null, List.of()));
    Deque<EntityId> open = new ArrayDeque<>(reached.keySet());
    while (!open.isEmpty()) {
      EntityId at = open.remove();
      Reached before = reached.getOrDefault(at, new Reached(DaySpan.UNKNOWN, null, List.of()));
      for (Holding holding : holdings(at)) {
        if ((over || !isOver(holding)) && !reached.containsKey(holding.owner())) {
          reached.put(holding.owner(), further(before, holding));
          open.add(holding.owner());
        }
      }
    }
    reached.remove(id);
    return reached;
  }

  private static Reached further(Reached before, Holding holding) {
    DaySpan days =
        new DaySpan(
            Math.max(before.days.first(), holding.days.first()),
            Math.min(before.days.last(), holding.days.last()));
    List<Link> links = new ArrayList<>(before.links);
    links.addAll(holding.links);
    boolean endsFirst = holding.days.last() < before.days.last();
    return new Reached(days, endsFirst ? holding.until : before.until, links);
  }

  /** Whether it had ended by the day asked for; a stated end is one as long as no day is. */
  private boolean isOver(Holding holding) {
    return holding.days.last() != DaySpan.OPEN_END
        && (asOf == null || holding.days.last() < asOf.toEpochDay());
  }

  private Collection<Holding> holdings(EntityId id) {
    List<Holding> holdings = new ArrayList<>();
    above.getOrDefault(id, Map.of()).forEach((owner, links) -> holdings.add(holding(owner, links)));
    return holdings;
  }

  private Holding holding(EntityId owner, List<Link> links) {
    PartialDate until = until(links);
    int first =
        links.stream()
            .mapToInt(link -> DaySpan.of(link.firstSeen(), link.lastSeen()).first())
            .min()
            .orElse(DaySpan.OPEN_START);
    return new Holding(owner, new DaySpan(first, DaySpan.of(null, until).last()), until, links);
  }

  /** An end that one source states holds for others too, unless they speak of a later day. */
  private @Nullable PartialDate until(List<Link> links) {
    return links.stream()
        .map(Link::lastSeen)
        .filter(Objects::nonNull)
        .max(Comparator.comparing(PartialDate::latest))
        .filter(end -> links.stream().noneMatch(link -> speaksOfLater(link, end)))
        .orElse(null);
  }

  private boolean speaksOfLater(Link link, PartialDate until) {
    if (link.lastSeen() != null) {
      return false;
    }
    PartialDate published = filter.date(link.source());
    PartialDate seen = link.firstSeen();
    return (published != null && published.earliest().isAfter(until.latest()))
        || (seen != null && seen.earliest().isAfter(until.latest()));
  }
}
