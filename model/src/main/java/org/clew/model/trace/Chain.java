package org.clew.model.trace;

import java.util.List;
import org.clew.model.entity.EntityId;

/**
 * A path of control evidence from a member of the subject to a target.
 *
 * @param member where it starts
 * @param target what it reaches
 * @param score the member's probability times the probability of every hop
 * @param scores the score for other prior odds
 * @param hops its steps; none where the member itself is the target's own
 * @param assumptions identity ties at its two ends
 */
public record Chain(
    Member member,
    EntityId target,
    double score,
    List<PriorScore> scores,
    List<Hop> hops,
    List<IdentityTie> assumptions) {
  public Chain {
    scores = List.copyOf(scores);
    hops = List.copyOf(hops);
    assumptions = List.copyOf(assumptions);
  }
}
