package org.clew.api.export;

import java.time.Instant;
import java.util.Optional;
import org.clew.cypher.links.LinkView;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * The time in which a relationship held, from the first instant its dates can mean to the last.
 *
 * @param start null where unknown
 * @param stop null where unknown, and where it would not be after the start, as STIX demands
 */
record StixPeriod(@Nullable String start, @Nullable String stop) {
  static StixPeriod of(LinkView link) {
    Instant start =
        date(link.firstSeen()).map(d -> instant(d, d.earliest() + "T00:00:00Z")).orElse(null);
    Instant stop =
        date(link.lastSeen()).map(d -> instant(d, d.latest() + "T23:59:59.999Z")).orElse(null);
    boolean ordered = start == null || stop == null || stop.isAfter(start);
    return new StixPeriod(text(start), ordered ? text(stop) : null);
  }

  private static Optional<PartialDate> date(@Nullable String text) {
    return text == null ? Optional.empty() : PartialDate.tryParse(text);
  }

  private static Instant instant(PartialDate date, String bound) {
    return Instant.parse(date.text().contains("T") ? date.text() : bound);
  }

  private static @Nullable String text(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }
}
