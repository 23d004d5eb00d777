package org.clew.model.attribution;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Link;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * When a subject and an outlet spread each other's content: who was first, and how long after the
 * others followed. A first sighting is the earliest act that was loaded, which need not be the
 * first there was.
 *
 * @param steps the links of both directions by their first sighting, undated ones last
 */
public record Chronology(List<Step> steps) {
  private static final Duration DAY = Duration.ofDays(1);

  public Chronology {
    steps = List.copyOf(steps);
  }

  /**
   * One link.
   *
   * @param link it
   * @param bySubject whether the subject spreads the outlet's content; else it is the other way
   * @param delay since the first step, to the second between instants and in whole days otherwise;
   *     null where either is not known to the day
   */
  public record Step(Link link, boolean bySubject, @Nullable Duration delay) {
    @Nullable PartialDate seen() {
      return link.firstSeen();
    }
  }

  /**
   * Puts links in time order.
   *
   * @param links between members and the outlet's own assets, in either direction
   */
  public static Chronology of(Collection<Link> links, Set<EntityId> members) {
    List<Link> ordered =
        links.stream()
            .sorted(
                Comparator.comparing(
                        Link::firstSeen, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(Link::id))
            .toList();
    PartialDate first = ordered.isEmpty() ? null : ordered.get(0).firstSeen();
    return new Chronology(
        ordered.stream()
            .map(
                link ->
                    new Step(link, members.contains(link.from()), delay(first, link.firstSeen())))
            .toList());
  }

  /** How many links have no date. */
  public long undated() {
    return steps.stream().filter(each -> each.seen() == null).count();
  }

  /**
   * Who spread the other's content first: true for the subject, false for the outlet; null where no
   * step is dated or both have one that may be the first.
   */
  public @Nullable Boolean subjectWasFirst() {
    PartialDate bySubject = first(true);
    PartialDate byOutlet = first(false);
    if (bySubject == null) {
      return byOutlet == null ? null : Boolean.FALSE;
    }
    if (byOutlet == null) {
      return true;
    }
    if (isInstant(bySubject) && isInstant(byOutlet)) {
      int order = instant(bySubject).compareTo(instant(byOutlet));
      return order == 0 ? null : Boolean.valueOf(order < 0);
    }
    if (bySubject.latest().isBefore(byOutlet.earliest())) {
      return true;
    }
    return byOutlet.latest().isBefore(bySubject.earliest()) ? Boolean.FALSE : null;
  }

  private @Nullable PartialDate first(boolean bySubject) {
    return steps.stream()
        .filter(each -> each.bySubject() == bySubject && each.seen() != null)
        .map(Step::seen)
        .findFirst()
        .orElse(null);
  }

  private static @Nullable Duration delay(@Nullable PartialDate from, @Nullable PartialDate to) {
    if (from == null || to == null || !isToTheDay(from) || !isToTheDay(to)) {
      return null;
    }
    return isInstant(from) && isInstant(to)
        ? Duration.between(instant(from), instant(to))
        : DAY.multipliedBy(to.earliest().toEpochDay() - from.earliest().toEpochDay());
  }

  private static boolean isToTheDay(PartialDate date) {
    LocalDate earliest = date.earliest();
    return earliest.equals(date.latest());
  }

  private static boolean isInstant(PartialDate date) {
    return date.text().indexOf('T') > 0;
  }

  private static Instant instant(PartialDate date) {
    return isInstant(date)
        ? Instant.parse(date.text())
        : date.earliest().atStartOfDay().toInstant(ZoneOffset.UTC);
  }
}
