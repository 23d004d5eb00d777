package org.clew.model.trace;

import java.util.List;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.WeighedEvidence;

/**
 * A path of control evidence from a member of the subject to a target.
 *
 * @param member where it starts
 * @param target what it reaches
 * @param score the member's probability times the probability of every hop
 * @param scores the score for other prior odds
 * @param hops its steps; none where the member itself is the target's own
 * @param assumptions identity ties at its two ends
 * @param passages the assets between that changed hands: which of their ties go together
 */
public record Chain(
    Member member,
    EntityId target,
    double score,
    List<PriorScore> scores,
    List<Hop> hops,
    List<IdentityTie> assumptions,
    List<Passage> passages) {
  public Chain {
    scores = List.copyOf(scores);
    hops = List.copyOf(hops);
    assumptions = List.copyOf(assumptions);
    passages = List.copyOf(passages);
  }

  /**
   * Whether each of these assets was in one hand for both its hops.
   *
   * @param evidence of each hop in turn what counts of it
   */
  public boolean holdsTogether(List<List<WeighedEvidence>> evidence) {
    for (int i = 0; i + 1 < hops.size(); i++) {
      EntityId between = hops.get(i).to();
      for (Passage passage : passages) {
        if (passage.asset().equals(between)
            && !passage.joins(
                hops.get(i).side(between, evidence.get(i)),
                hops.get(i + 1).side(between, evidence.get(i + 1)))) {
          return false;
        }
      }
    }
    return true;
  }
}
