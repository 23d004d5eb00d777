package org.clew.model.trace;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKinds;
import org.jspecify.annotations.Nullable;

/**
 * The hops of nodes as all evidence of a graph gives them, kept from trace to trace while the graph
 * stays as it is. Safe for use by many threads: what two of them find of one node is equal.
 */
public final class KnownHops {
  /** Some 200 bytes each. */
  private static final int MOST = 1_000_000;

  private final EvidenceKinds kinds;
  private final int degreeCeiling;
  private final Map<NodeInWindow, Hops> found = new ConcurrentHashMap<>();

  private record NodeInWindow(int node, DaySpan window) {}

  /**
   * What is known of a node.
   *
   * @param hubs indicators of the node above the ceiling, which the hops leave out
   */
  record Hops(Arcs arcs, List<Integer> hubs) {}

  KnownHops(EvidenceKinds kinds, int degreeCeiling) {
    this.kinds = kinds;
    this.degreeCeiling = degreeCeiling;
  }

  /** Whether the hops are those of this table of kinds, and those below this ceiling. */
  boolean areOf(EvidenceKinds wanted, int ceiling) {
    return kinds.equals(wanted) && degreeCeiling == ceiling;
  }

  @Nullable Hops get(int node, DaySpan window) {
    return found.get(new NodeInWindow(node, window));
  }

  void put(int node, DaySpan window, Hops hops) {
    if (found.size() < MOST) {
      found.put(new NodeInWindow(node, window), hops);
    }
  }
}
