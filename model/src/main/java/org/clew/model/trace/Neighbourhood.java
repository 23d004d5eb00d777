package org.clew.model.trace;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.PairWeight;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.LinkType;

/**
 * Combines the pairs of one node when that node is reached, never all pairs beforehand. What cannot
 * weigh enough even if every source were perfect is not looked at more closely.
 */
final class Neighbourhood {
  private static final double ROUNDING = 1e-9;

  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final StatementFilter filter;
  private final PairReader pairs;
  private final int degreeCeiling;
  private final Set<Integer> hubs = new TreeSet<>();
  private final Map<NodeInWindow, Arcs> known = new HashMap<>();

  private record NodeInWindow(int node, DaySpan window) {}

  Neighbourhood(
      EvidenceGraph graph,
      EvidenceKinds kinds,
      StatementFilter filter,
      PairReader pairs,
      int degreeCeiling) {
    this.graph = graph;
    this.kinds = kinds;
    this.filter = filter;
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

  /** The hops from a prepared node while it belonged to whom it stands for. */
  Arcs arcs(int node, DaySpan window) {
    return known.computeIfAbsent(new NodeInWindow(node, window), this::combine);
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

  /** The nodes that anything ties to a prepared node, however weakly, with a bound of Λ. */
  Map<Integer, Double> candidates(int node) {
    Map<Integer, Double> bounds = new HashMap<>();
    Adjacency links = graph.adjacency(node);
    for (int i = 0; i < links.size(); i = PairReader.next(links, i)) {
      int neighbour = links.neighbour(i);
      if (!filter.keepsNode(neighbour)) {
        continue;
      }
      if (PairReader.isUse(links, i)) {
        addUsers(bounds, links, i);
      } else if (neighbour != node && graph.id(neighbour).kind().isAsset()) {
        bounds.merge(neighbour, directBound(links, i), Double::sum);
      }
    }
    bounds.remove(node);
    bounds.values().removeIf(bound -> bound <= 0);
    return bounds;
  }

  private Arcs combine(NodeInWindow from) {
    double enough = kinds.enterAtWeight();
    int[] promising =
        candidates(from.node).entrySet().stream()
            .filter(each -> each.getValue() >= enough - ROUNDING)
            .mapToInt(Map.Entry::getKey)
            .sorted()
            .toArray();
    graph.ensure(promising, 0);
    int[] nodes = new int[promising.length];
    long[] costs = new long[promising.length];
    int size = 0;
    for (int other : promising) {
      PairWeight weight = pairs.read(from.node, from.window, other, DaySpan.UNKNOWN);
      if (weight.lambda() >= enough && filter.keepsNode(other)) {
        nodes[size] = other;
        costs[size++] = Costs.ofHop(weight.cost(kinds.priorOdds()));
      }
    }
    return new Arcs(Arrays.copyOf(nodes, size), Arrays.copyOf(costs, size));
  }

  private void addUsers(Map<Integer, Double> bounds, Adjacency links, int index) {
    int indicator = links.neighbour(index);
    double bound = useBound(links, index);
    if (bound <= 0) {
      return;
    }
    if (graph.degree(indicator) > degreeCeiling) {
      hubs.add(indicator);
      return;
    }
    Adjacency users = graph.adjacency(indicator);
    for (int i = 0; i < users.size(); i = PairReader.next(users, i)) {
      if (users.type(i) == LinkType.USES && !users.outgoing(i)) {
        bounds.merge(users.neighbour(i), bound, Double::sum);
      }
    }
  }

  /** log₁₀ LR of an indicator if every statement were of grade A1; 0 for noise. */
  private double useBound(Adjacency links, int index) {
    int indicator = links.neighbour(index);
    NodeFacts about = graph.facts(indicator);
    if (about.noise() != null) {
      return 0;
    }
    Long external = about.externalCount();
    long degree = Math.max(graph.degree(indicator), external == null ? 0 : external);
    double bound = 0;
    for (int i = index; i < PairReader.next(links, index); i++) {
      String named = links.evidenceKind(i);
      Optional<EvidenceKind> own = kinds.ofIndicator(graph.id(indicator));
      bound =
          Math.max(bound, logRatio(named == null ? own : kinds.find(named).or(() -> own), degree));
    }
    return bound;
  }

  private double directBound(Adjacency links, int index) {
    double bound = 0;
    for (int i = index; i < PairReader.next(links, index); i++) {
      if (links.type(i).hypothesis() == Hypothesis.CONTROL) {
        String named = links.evidenceKind(i);
        Optional<EvidenceKind> own = kinds.ofRelation(links.type(i));
        bound += logRatio(named == null ? own : kinds.find(named).or(() -> own), 2);
      }
    }
    return bound;
  }

  private double logRatio(Optional<EvidenceKind> kind, long degree) {
    if (kind.isEmpty()) {
      return 0;
    }
    String otherwise = kind.get().otherwise();
    double lesser = otherwise == null ? 0 : logRatio(kinds.find(otherwise), degree);
    return Math.max(lesser, Math.log10(kind.get().likelihoodRatio(degree)));
  }

  private static int[] numbers(Set<Integer> nodes) {
    return nodes.stream().mapToInt(Integer::intValue).toArray();
  }
}
