package org.clew.model.attribution;

import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * How far a subject reaches one outlet by linking to, resharing or copying it.
 *
 * @param outlet the outlet
 * @param members members that reach it; for a single account its acts that do
 * @param expected how many would by chance
 * @param pValue probability of so many or more by chance; in a list of outlets reached less than
 *     expected, of so many or fewer
 * @param qValue p after Benjamini and Hochberg (1995) over all outlets tested
 * @param rank place among matched accounts; null where there are none
 */
public record Reach(
    EntityId outlet,
    long members,
    double expected,
    double pValue,
    double qValue,
    @Nullable Rank rank) {
  /** How many times as many as by chance. */
  public double effect() {
    return members / expected;
  }

  /**
   * A place among accounts that are as active and, where known, write the same language.
   *
   * @param rank 1 where no matched account gives the outlet a larger share of its acts
   * @param matched how many matched accounts there are
   */
  public record Rank(int rank, int matched) {}
}
