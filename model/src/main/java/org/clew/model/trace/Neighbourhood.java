package org.clew.model.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.PairWeight;
import org.jspecify.annotations.Nullable;

/**
 * Combines the pairs of one node when that node is reached, never all pairs beforehand. What cannot
 * weigh enough even if every source were perfect is not looked at more closely.
 */
final class Neighbourhood {
  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final PairReader pairs;
  private final int degreeCeiling;
  private final @Nullable KnownHops kept;
  private final Set<Integer> hubs = new TreeSet<>();
  private final Candidates candidates;
  private final Map<NodeInWindow, Arcs> known = new HashMap<>();
  private final Map<Integer, int[]> promising = new HashMap<>();

  private record NodeInWindow(int node, DaySpan window) {}

  Neighbourhood(
      EvidenceGraph graph,
      EvidenceKinds kinds,
      StatementFilter filter,
      PairReader pairs,
      int degreeCeiling,
      @Nullable KnownHops kept) {
    this.graph = graph;
    this.kinds = kinds;
    this.candidates = new Candidates(graph, kinds, filter, degreeCeiling, hubs);
    this.pairs = pairs;
    this.degreeCeiling = degreeCeiling;
    this.kept = kept;
  }

  /** Makes these nodes and their indicators available. */
  void prepare(int[] nodes, int ceiling) {
    graph.ensure(nodes, ceiling);
    Set<Integer> indicators = new TreeSet<>();
    for (int node : nodes) {
      if (!graph.isAbove(node, ceiling)) {
        Adjacency links = graph.adjacency(node);
        for (int i = 0; i < links.size(); i = PairReader.next(links, i)) {
          if (PairReader.isUse(links, i)) {
            indicators.add(links.neighbour(i));
          }
        }
      }
    }
    graph.ensure(numbers(indicators), degreeCeiling);
    graph.ensure(candidates.hubsToCount(numbers(indicators)), 0);
  }

  /** Makes the hops of these nodes available too, all at once and not a node at a time. */
  void prepareHops(int[] nodes) {
    int[] unread =
        Arrays.stream(nodes).filter(node -> known(node, DaySpan.UNKNOWN) == null).toArray();
    prepare(unread, Integer.MAX_VALUE);
    Map<Integer, int[]> ahead = new HashMap<>();
    for (int node : unread) {
      int[] found =
          promising.computeIfAbsent(node, key -> candidates.of(key, kinds.enterAtWeight()));
      if (found.length > 0) {
        ahead.put(node, found);
      }
    }
    graph.ensure(ahead.values().stream().flatMapToInt(Arrays::stream).distinct().toArray(), 0);
    pairs.prepare(ahead);
  }

  /** The hops from a prepared node while it belonged to whom it stands for. */
  Arcs arcs(int node, DaySpan window) {
    Arcs arcs = known(node, window);
    if (arcs == null) {
      arcs = combine(node, window);
      known.put(new NodeInWindow(node, window), arcs);
      if (kept != null) {
        kept.put(node, window, new KnownHops.Hops(arcs, candidates.hubs(node)));
      }
    }
    return arcs;
  }

  private @Nullable Arcs known(int node, DaySpan window) {
    NodeInWindow wanted = new NodeInWindow(node, window);
    Arcs arcs = known.get(wanted);
    if (arcs == null && kept != null) {
      KnownHops.Hops before = kept.get(node, window);
      if (before != null) {
        arcs = before.arcs();
        known.put(wanted, arcs);
        hubs.addAll(before.hubs());
      }
    }
    return arcs;
  }

  /** Makes the degrees of these nodes available at once. */
  void measure(int[] nodes) {
    graph.ensure(nodes, 0);
  }

  /** Whether chains may pass through a measured node; if it is a hub, that is noted. */
  boolean isPassable(int node) {
    if (graph.isAbove(node, degreeCeiling)) {
      hubs.add(node);
      return false;
    }
    return true;
  }

  /** The nodes over the ceiling that were met. */
  Set<Integer> hubs() {
    return hubs;
  }

  /** The nodes that may be tied to a prepared node by at least that Λ, by ascending number. */
  int[] candidates(int node, double lambda) {
    return candidates.of(node, lambda);
  }

  private Arcs combine(int node, DaySpan window) {
    int[] others = promising.get(node);
    if (others == null) {
      others = candidates.of(node, kinds.enterAtWeight());
      graph.ensure(others, 0);
    }
    int[] nodes = new int[others.length];
    long[] costs = new long[others.length];
    int size = 0;
    for (int other : others) {
      long cost = cost(node, window, other);
      if (cost < Costs.NONE) {
        nodes[size] = other;
        costs[size++] = cost;
      }
    }
    return new Arcs(Arrays.copyOf(nodes, size), Arrays.copyOf(costs, size));
  }

  /** What ties a pair is the same from either side, so that it is read once. */
  private long cost(int node, DaySpan window, int other) {
    Arcs back = window.equals(DaySpan.UNKNOWN) ? readBefore(other) : null;
    if (back != null) {
      return back.to(node);
    }
    PairWeight weight = pairs.read(node, window, other, DaySpan.UNKNOWN);
    return weight.lambda() < kinds.enterAtWeight()
        ? Costs.NONE
        : Costs.ofHop(weight.cost(kinds.priorOdds()));
  }

  /** The hops of a node that this trace may not have come to: its hubs are none of its own yet. */
  private @Nullable Arcs readBefore(int node) {
    Arcs arcs = known.get(new NodeInWindow(node, DaySpan.UNKNOWN));
    KnownHops.Hops before = kept == null ? null : kept.get(node, DaySpan.UNKNOWN);
    return arcs == null && before != null ? before.arcs() : arcs;
  }

  private static int[] numbers(Set<Integer> nodes) {
    return nodes.stream().mapToInt(Integer::intValue).toArray();
  }
}
