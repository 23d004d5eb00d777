package org.clew.model.evidence;

import java.util.List;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/**
 * One fact with every number its weight comes from, so that it can be computed again by hand: LR =
 * max(1, c / (degree-1)^w) and LR′ = 1 + quality · τ · (LR-1), τ = 2^(-gapDays / half-life).
 *
 * @param kind what it counts as; where the grade is too low for the stated kind, the lesser one
 * @param type USES for a shared indicator, else the type of the relation
 * @param via the indicator; null for a direct relation
 * @param degree the d of the formula
 * @param gapDays days between the two uses, 0 where they overlap or are undated
 * @param tau the factor for that gap
 * @param grade the lower grade of the statements it rests on
 * @param quality that grade's q
 * @param likelihoodRatio LR; 1 where the fact is ruled out
 * @param weight LR′
 * @param roots the roots it takes up; empty where observed
 * @param statements the one or two statements it rests on
 * @param leftOut why it is not counted, as a clause; null where it is
 */
public record WeighedEvidence(
    EvidenceKind kind,
    LinkType type,
    @Nullable EntityId via,
    long degree,
    long gapDays,
    double tau,
    Grade grade,
    double quality,
    double likelihoodRatio,
    double weight,
    Set<EntityId> roots,
    List<Statement> statements,
    @Nullable String leftOut) {
  /** Whether it is part of the pair's weight. */
  public boolean counted() {
    return leftOut == null;
  }

  /** log₁₀ LR′, never negative. */
  public double logWeight() {
    return Math.log10(weight);
  }

  /** The same without the handles of its statements, which have no meaning outside of one trace. */
  public WeighedEvidence detached() {
    return with(statements.stream().map(Statement::detached).toList(), leftOut);
  }

  WeighedEvidence leftOut(@Nullable String reason) {
    return with(statements, reason);
  }

  private WeighedEvidence with(List<Statement> newStatements, @Nullable String reason) {
    return new WeighedEvidence(
        kind,
        type,
        via,
        degree,
        gapDays,
        tau,
        grade,
        quality,
        likelihoodRatio,
        weight,
        roots,
        newStatements,
        reason);
  }
}
