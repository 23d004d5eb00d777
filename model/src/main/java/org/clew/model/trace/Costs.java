package org.clew.model.trace;

/**
 * Costs as whole numbers, so that sums do not depend on their order and ties are exact: -ln p in
 * units of 2^-40, times 64, plus 1 for each hop. Of two chains of equal probability the one with
 * fewer hops is cheaper.
 */
final class Costs {
  /** More than any chain costs; two of them can still be added. */
  static final long NONE = Long.MAX_VALUE / 4;

  /** No hop costs less, however sure it is. */
  static final long LEAST_HOP = 1;

  private static final double UNITS = 1L << 40;
  private static final long HOP_ROOM = 64;

  private Costs() {}

  /** The cost of one hop of that -ln p. */
  static long ofHop(double negativeLog) {
    return ofStart(negativeLog) + LEAST_HOP;
  }

  /** The same without the hop. */
  static long ofStart(double negativeLog) {
    return Math.round(negativeLog * UNITS) * HOP_ROOM;
  }

  /** The largest cost of a chain with at least that score. */
  static long limit(double score) {
    return score <= 0 ? NONE - 1 : ofStart(-Math.log(score)) + HOP_ROOM - 1;
  }
}
