package org.clew.loader.ingest;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/** One relationship from all that one source says of it. */
final class MergedLink {
  private static final int MAX_NOTES = 5;

  private final Link first;
  private long count;
  private @Nullable PartialDate firstSeen;
  private @Nullable PartialDate lastSeen;
  private @Nullable String evidenceKind;
  private @Nullable Grade grade;
  private Basis basis;
  private final Set<String> evidence = new LinkedHashSet<>();
  private final Set<String> notes = new LinkedHashSet<>();

  MergedLink(Link link) {
    this.first = link;
    this.basis = link.basis();
  }

  void add(Link link) {
    count += link.count();
    firstSeen = earlier(firstSeen, link.firstSeen());
    lastSeen = later(lastSeen, link.lastSeen());
    evidenceKind = evidenceKind == null ? link.evidenceKind() : evidenceKind;
    Grade other = link.grade();
    grade = grade == null || (other != null && other.compareTo(grade) < 0) ? other : grade;
    basis = link.basis().compareTo(basis) < 0 ? link.basis() : basis;
    evidence.addAll(link.evidence());
    if (link.note() != null && notes.size() < MAX_NOTES) {
      notes.add(link.note());
    }
  }

  Link build(EntityId source) {
    return new Link(
        first.from(),
        first.type(),
        first.to(),
        source,
        firstSeen,
        lastSeen,
        count,
        basis,
        evidenceKind,
        grade,
        List.copyOf(evidence),
        notes.isEmpty() ? null : String.join("; ", notes));
  }

  private static @Nullable PartialDate earlier(@Nullable PartialDate a, @Nullable PartialDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  private static @Nullable PartialDate later(@Nullable PartialDate a, @Nullable PartialDate b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return a.compareTo(b) >= 0 ? a : b;
  }
}
