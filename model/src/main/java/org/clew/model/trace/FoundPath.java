package org.clew.model.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.jspecify.annotations.Nullable;

/**
 * A path as the search builds it, from the target backwards.
 *
 * @param after the path it extends; null at the target
 * @param node the node it has come to
 * @param id that node's id
 * @param cost what its hops, and once it is complete its start, cost
 * @param bound the least that any complete path through it costs
 * @param hops how many hops it has
 * @param target where it ends
 * @param start where it starts; null while it is not complete
 */
record FoundPath(
    @Nullable FoundPath after,
    int node,
    EntityId id,
    long cost,
    long bound,
    int hops,
    End target,
    @Nullable End start) {
  boolean isComplete() {
    return start != null;
  }

  boolean passes(int other) {
    for (FoundPath at = this; at != null; at = at.after) {
      if (at.node == other) {
        return true;
      }
    }
    return false;
  }

  /** Its nodes from where it starts to where it ends. */
  List<Integer> nodes() {
    List<Integer> nodes = new ArrayList<>();
    for (FoundPath at = this; at != null; at = at.after) {
      nodes.add(at.node);
    }
    return nodes;
  }

  /** The steps of a complete path from where it starts to where it ends. */
  List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    DaySpan window = Objects.requireNonNull(start).window();
    FoundPath from = this;
    for (FoundPath to = after; to != null; to = to.after) {
      DaySpan otherWindow = to.after == null ? target.window() : DaySpan.UNKNOWN;
      steps.add(new Step(from.node, window, to.node, otherWindow));
      from = to;
      window = DaySpan.UNKNOWN;
    }
    return steps;
  }

  /**
   * Compares the ids from the target backwards; where one path is the beginning of the other, the
   * shorter one comes first.
   */
  int compareIds(FoundPath other) {
    if (hops != other.hops) {
      int least = Math.min(hops, other.hops);
      int byBeginning = beginning(least).compareIds(other.beginning(least));
      return byBeginning != 0 ? byBeginning : Integer.compare(hops, other.hops);
    }
    int before = after == null || other.after == null ? 0 : after.compareIds(other.after);
    return before != 0 ? before : id.compareTo(other.id);
  }

  private FoundPath beginning(int wanted) {
    FoundPath at = this;
    while (at.after != null && at.hops > wanted) {
      at = at.after;
    }
    return at;
  }
}
