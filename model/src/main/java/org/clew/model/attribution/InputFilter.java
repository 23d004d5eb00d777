package org.clew.model.attribution;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.Provenance;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.clew.model.trace.TraceParameters;
import org.jspecify.annotations.Nullable;

/** Which inputs stood on the day asked for, are trusted and not left out. */
final class InputFilter {
  private final Map<EntityId, Source> sources;
  private final Provenance provenance;
  private final @Nullable LocalDate asOf;
  private final Set<EntityId> trust;
  private final Set<String> without;
  private final Set<EntityId> withoutSources = new HashSet<>();

  InputFilter(Map<EntityId, Source> sources, Provenance provenance, TraceParameters search) {
    this.sources = sources;
    this.provenance = provenance;
    this.asOf = search.asOf();
    this.trust = search.trust();
    this.without = search.without();
    search.without().stream()
        .filter(id -> id.startsWith(EntityKind.SOURCE.idPrefix() + ":"))
        .forEach(id -> withoutSources.add(new EntityId(id)));
  }

  /** Whether a link counts as evidence. */
  boolean keepsEvidence(Link link) {
    return isTrusted(link.source()) && isNotLeftOut(link) && wasKnown(link, false);
  }

  /** Whether a link counts as an assumption: trust does not take it away, nor a missing date. */
  boolean keepsAssumption(Link link) {
    return isNotLeftOut(link) && wasKnown(link, true);
  }

  /** Whether what a source says of an entity stood then. */
  boolean keepsDescription(EntityId source) {
    PartialDate published = date(source);
    return provenance.stands(source, withoutSources)
        && (asOf == null || published == null || !published.latest().isAfter(asOf));
  }

  boolean isTrusted(EntityId source) {
    return trust.isEmpty() || trust.contains(source);
  }

  /** The grade of a source. */
  Grade grade(EntityId source) {
    Source known = sources.get(source);
    return known == null ? Grade.UNKNOWN : known.grade();
  }

  /** The grade of a statement, or else of its source. */
  Grade grade(Link link) {
    Grade own = link.grade();
    return own == null ? grade(link.source()) : own;
  }

  /** The roots of a reported statement; none for what was observed. */
  Set<EntityId> roots(Link link) {
    return link.basis() == Basis.REPORTED ? provenance.roots(link.source()) : Set.of();
  }

  private boolean isNotLeftOut(Link link) {
    boolean stands =
        link.basis() == Basis.REPORTED
            ? provenance.stands(link.source(), withoutSources)
            : !withoutSources.contains(link.source());
    return stands
        && !without.contains(link.id())
        && !without.contains(link.from().value())
        && !without.contains(link.to().value());
  }

  private boolean wasKnown(Link link, boolean ifUndated) {
    if (asOf == null) {
      return true;
    }
    DaySpan days = DaySpan.of(link.firstSeen(), link.lastSeen());
    boolean seen = days.first() != DaySpan.OPEN_START;
    if (seen && days.first() > asOf.toEpochDay()) {
      return false;
    }
    PartialDate published = date(link.source());
    return published == null ? seen || ifUndated : !published.latest().isAfter(asOf);
  }

  /** The day asked for; null for all that is known. */
  @Nullable LocalDate asOf() {
    return asOf;
  }

  /** The date of a source; null where it has none. */
  @Nullable PartialDate date(EntityId source) {
    Source known = sources.get(source);
    return known == null ? null : known.date();
  }
}
