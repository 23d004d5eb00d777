package org.clew.api.claim;

import java.util.List;
import org.clew.model.claim.Claim;
import org.clew.model.entity.EntityId;

/**
 * A claim that two entities are the same.
 *
 * @param id what {@code claims accept} takes
 * @param from one entity
 * @param to the other
 * @param status proposed, accepted or rejected
 * @param source who says so
 * @param reason why they may be the same
 * @param evidence a few references to rows or addresses
 */
public record ClaimDocument(
    String id,
    EntityId from,
    EntityId to,
    String status,
    EntityId source,
    String reason,
    List<String> evidence) {
  public ClaimDocument {
    evidence = List.copyOf(evidence);
  }

  /** A claim as a document. */
  public static ClaimDocument of(Claim claim) {
    return new ClaimDocument(
        claim.id(),
        claim.from(),
        claim.to(),
        claim.status().word(),
        claim.source(),
        claim.reason(),
        claim.evidence());
  }
}
