package org.clew.model.trace;

import java.util.List;
import org.clew.model.entity.EntityId;

/**
 * A step of a chain from one asset to the next.
 *
 * @param evidence all facts that may tie the two, those that count first
 * @param lambda Λ, what they weigh together
 * @param probability p at the prior odds of the table
 * @param sentence one sentence for a reader
 */
public record Hop(
    EntityId from,
    EntityId to,
    List<HopEvidence> evidence,
    double lambda,
    double probability,
    String sentence) {
  public Hop {
    evidence = List.copyOf(evidence);
  }
}
