package org.clew.model.trace;

import org.clew.model.evidence.DaySpan;

/**
 * Two nodes between which a hop leads, and when each of them was whose it is.
 *
 * @param window when the first was its owner's; unknown where it is no end of a chain
 * @param otherWindow the same of the second
 */
record Step(int node, DaySpan window, int other, DaySpan otherWindow) {
  /** A hop between two nodes that are no ends of a chain. */
  static Step inner(int node, int other) {
    return new Step(node, DaySpan.UNKNOWN, other, DaySpan.UNKNOWN);
  }
}
