package org.clew.model.claim;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;

/**
 * A claim that two entities are the same. It is never a merge, and evidence only once accepted. In
 * the graph it is a SAME_AS relationship that carries its status.
 *
 * @param from one entity
 * @param to the other
 * @param source who says so
 * @param status what was decided
 * @param reason why they may be the same: one sentence
 * @param evidence a few references to rows or addresses
 */
public record Claim(
    EntityId from,
    EntityId to,
    EntityId source,
    Status status,
    String reason,
    List<String> evidence)
    implements Comparable<Claim> {
  /** Where a claim stands. */
  public enum Status {
    /** Offered, not decided. */
    PROPOSED,
    /** Taken as evidence by an analyst. */
    ACCEPTED,
    /** Turned down by an analyst. */
    REJECTED;

    /** The word in the graph and in documents. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public Claim {
    evidence = List.copyOf(evidence.subList(0, Math.min(evidence.size(), Link.MAX_EVIDENCE)));
  }

  /** The same claim with that status. */
  public Claim withStatus(Status other) {
    return new Claim(from, to, source, other, reason, evidence);
  }

  /** The id of its SAME_AS relationship. */
  public String id() {
    return Link.id(from, LinkType.SAME_AS, to, source);
  }

  /** Orders by the two ends, then by the source. */
  @Override
  public int compareTo(Claim other) {
    return Comparator.comparing(Claim::from)
        .thenComparing(Claim::to)
        .thenComparing(Claim::source)
        .compare(this, other);
  }
}
