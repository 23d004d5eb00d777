package org.clew.model.trace;

import java.util.ArrayList;
import java.util.List;
import org.clew.model.entity.EntityId;
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

  /** Its ids from the target backwards; of two paths of equal cost the first in this order wins. */
  List<EntityId> idsFromTarget() {
    List<EntityId> ids = new ArrayList<>();
    for (FoundPath at = this; at != null; at = at.after) {
      ids.add(0, at.id);
    }
    return ids;
  }
}
