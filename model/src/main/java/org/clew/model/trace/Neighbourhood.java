package org.clew.model.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.PairWeight;

/**
 * Combines the pairs of one node when that node is reached, never all pairs beforehand. What cannot
 * weigh enough even if every source were perfect is not looked at more closely.
 */
final class Neighbourhood {
  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final PairReader pairs;
  private final int degreeCeiling;
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
      int degreeCeiling) {
    this.graph = graph;
    this.kinds = kinds;
    this.candidates = new Candidates(graph, kinds, filter, degreeCeiling, hubs);
    this.pairs = pairs;
    this.degreeCeiling = degreeCeiling;
  }

  /** Makes these nodes and their indicators available. */
  void prepare(int[] nodes, int ceiling) {
    graph.ensure(nodes, ceiling);
    Set<Integer> indicators = new TreeSet<>();
    for (int node : nodes) {
      if (graph.degree(node) <= ceiling) {
        Adjacency links = graph.adjacency(node);
        for (int i = 0; i < links.size(); i = PairReader.next(links, i)) {
          if (PairReader.isUse(links, i)) {
            indicators.add(links.neighbour(i));
          }
        }
      }
    }
    graph.ensure(numbers(indicators), degreeCeiling);
  }

  /** Makes the hops of these nodes available too, all at once and not a node at a time. */
  void prepareHops(int[] nodes) {
    prepare(nodes, Integer.MAX_VALUE);
    Set<Integer> ahead = new TreeSet<>();
    for (int node : nodes) {
      if (!promising.containsKey(node) && !known.containsKey(inAnyWindow(node))) {
        int[] found = candidates.of(node, kinds.enterAtWeight());
        promising.put(node, found);
        Arrays.stream(found).forEach(ahead::add);
      }
    }
    graph.ensure(numbers(ahead), 0);
  }

  /** The hops from a prepared node while it belonged to whom it stands for. */
  Arcs arcs(int node, DaySpan window) {
    NodeInWindow from = new NodeInWindow(node, window);
    Arcs arcs = known.get(from);
    if (arcs == null) {
      arcs = combine(from);
      known.put(from, arcs);
    }
    return arcs;
  }

  /** Makes the degrees of these nodes available at once. */
  void measure(Set<Integer> nodes) {
    graph.ensure(numbers(nodes), 0);
  }

  /** Whether chains may pass through a node; if it is a hub, that is noted. */
  boolean isPassable(int node) {
    graph.ensure(new int[] {node}, 0);
    if (graph.degree(node) > degreeCeiling) {
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

  private Arcs combine(NodeInWindow from) {
    int[] others = promising.get(from.node);
    if (others == null) {
      others = candidates.of(from.node, kinds.enterAtWeight());
      graph.ensure(others, 0);
    }
    int[] nodes = new int[others.length];
    long[] costs = new long[others.length];
    int size = 0;
    for (int other : others) {
      long cost = cost(from, other);
      if (cost < Costs.NONE) {
        nodes[size] = other;
        costs[size++] = cost;
      }
    }
    return new Arcs(Arrays.copyOf(nodes, size), Arrays.copyOf(costs, size));
  }

  /** What ties a pair is the same from either side, so that it is read once. */
  private long cost(NodeInWindow from, int other) {
    Arcs back = known.get(inAnyWindow(other));
    if (back != null && from.window.equals(DaySpan.UNKNOWN)) {
      return back.to(from.node);
    }
    PairWeight weight = pairs.read(from.node, from.window, other, DaySpan.UNKNOWN);
    return weight.lambda() < kinds.enterAtWeight()
        ? Costs.NONE
        : Costs.ofHop(weight.cost(kinds.priorOdds()));
  }

  private static NodeInWindow inAnyWindow(int node) {
    return new NodeInWindow(node, DaySpan.UNKNOWN);
  }

  private static int[] numbers(Set<Integer> nodes) {
    return nodes.stream().mapToInt(Integer::intValue).toArray();
  }
}
