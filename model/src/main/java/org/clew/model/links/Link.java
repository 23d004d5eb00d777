package org.clew.model.links;

import java.util.List;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A sourced relationship between two entities. There is one per (from, type, to, source): two
 * sources that state one fact stay two links.
 *
 * @param from where it starts
 * @param type what it says
 * @param to where it ends
 * @param source who says so
 * @param firstSeen when it was first true or seen; null where unknown
 * @param lastSeen when it was last true or seen; null where unknown
 * @param count how often it was observed, at least 1
 * @param basis observed, reported or derived
 * @param evidenceKind id of the evidence kind in {@code evidence-kinds.yml} where it differs from
 *     the type's own; null otherwise
 * @param grade grade of this one statement where it differs from its source's; null otherwise
 * @param evidence a few references to rows or addresses where the statement can be read
 * @param note a sentence for the reader; null where there is none
 */
public record Link(
    EntityId from,
    LinkType type,
    EntityId to,
    EntityId source,
    @Nullable PartialDate firstSeen,
    @Nullable PartialDate lastSeen,
    long count,
    Basis basis,
    @Nullable String evidenceKind,
    @Nullable Grade grade,
    List<String> evidence,
    @Nullable String note) {
  /** More references than these are not kept; the count still tells how many there were. */
  public static final int MAX_EVIDENCE = 5;

  public Link {
    evidence = List.copyOf(evidence.subList(0, Math.min(evidence.size(), MAX_EVIDENCE)));
  }

  /** A link of count 1 without dates, kind, grade or note. */
  public static Link of(
      EntityId from, LinkType type, EntityId to, EntityId source, Basis basis, String... evidence) {
    return new Link(
        from, type, to, source, null, null, 1, basis, null, null, List.of(evidence), null);
  }

  /** The first 16 hex digits of the SHA-256 of from|type|to|source. */
  public String id() {
    return id(from, type, to, source);
  }

  /** The id of the link that joins two entities by that type as that source states it. */
  public static String id(EntityId from, LinkType type, EntityId to, EntityId source) {
    return Hashes.shortHash(from + "|" + type.name() + "|" + to + "|" + source);
  }
}
