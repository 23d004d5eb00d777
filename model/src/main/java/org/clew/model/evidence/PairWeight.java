package org.clew.model.evidence;

import java.util.List;

/**
 * What all evidence between two entities weighs together: Λ = Σ over families of m + min(share ·
 * rest, cap · m), m the strongest log₁₀LR′ of the family and rest the sum of its others. Of the
 * reported facts of one root only one counts: the choice that makes Λ largest.
 *
 * @param lambda Λ, never negative
 * @param evidence every fact, the counted ones first, the strongest first
 */
public record PairWeight(double lambda, List<WeighedEvidence> evidence) {
  public PairWeight {
    evidence = List.copyOf(evidence);
  }

  /** p = O₀·10^Λ / (1 + O₀·10^Λ). */
  public double probability(double priorOdds) {
    return 1 / (1 + 1 / (priorOdds * Math.pow(10, lambda)));
  }

  /** -ln p, exact also where p is close to 1. */
  public double cost(double priorOdds) {
    return Math.log1p(1 / (priorOdds * Math.pow(10, lambda)));
  }
}
