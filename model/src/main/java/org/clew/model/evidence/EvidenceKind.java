package org.clew.model.evidence;

import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/**
 * One kind of control evidence and its constants, as they stand in {@code evidence-kinds.yml}.
 *
 * @param id family and name, as in {@code tracker/ga}; also the prefix of an indicator's id
 * @param family evidence of one family is not independent: see {@link PairWeight}
 * @param tier 1 to 3 after the disinfo-laundromat; 0 where tiers do not apply
 * @param c likelihood ratio of two assets that alone share it, at least 1
 * @param w exponent of the damping by degree
 * @param halfLifeDays after a gap of so many days between two uses the weight is halved; infinite
 *     where time does not matter
 * @param minDegree the degree is taken to be at least this where no external count is known
 * @param minGrade below this grade the evidence counts as {@code otherwise}; null where any will do
 * @param otherwise id of the kind it counts as below that grade; null likewise
 * @param copyable anyone can copy it from a page
 * @param directed it says who controls whom, not only that the two belong together
 * @param towardsStateOnly it speaks about a State, never about another asset
 * @param personal a value of it names a person; see {@code load --pseudonymise}
 * @param sentence what a reader should see
 */
public record EvidenceKind(
    String id,
    String family,
    int tier,
    double c,
    double w,
    double halfLifeDays,
    int minDegree,
    @Nullable Grade minGrade,
    @Nullable String otherwise,
    boolean copyable,
    boolean directed,
    boolean towardsStateOnly,
    boolean personal,
    String sentence) {
  /** LR = max(1, C / (d-1)^w) for something that d assets share. */
  public double likelihoodRatio(long degree) {
    return Math.max(1, c / Math.pow((double) Math.max(1, degree - 1), w));
  }

  /** τ = 2^(-gap / half-life), between 0 and 1. */
  public double fading(long gapDays) {
    return Math.pow(2, -gapDays / halfLifeDays);
  }
}
