package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Set;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKinds;

/**
 * Pairs too weak for a chain that would complete one: the subject reaches the one entity and the
 * other reaches a target, within the hops allowed.
 */
final class LeadSearch {
  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final PairReader pairs;
  private final Neighbourhood neighbourhood;
  private final Exploration explored;
  private final Budget budget;
  private final int count;
  private final PriorityQueue<Double> heaviest = new PriorityQueue<>();

  private record Pair(int low, int high) {}

  private record Lead(int from, int to, double lambda) {}

  LeadSearch(
      EvidenceGraph graph,
      EvidenceKinds kinds,
      PairReader pairs,
      Neighbourhood neighbourhood,
      Exploration explored,
      Budget budget,
      int count) {
    this.graph = graph;
    this.kinds = kinds;
    this.pairs = pairs;
    this.neighbourhood = neighbourhood;
    this.explored = explored;
    this.budget = budget;
    this.count = count;
  }

  List<Hop> leads(int hops, ChainWriter writer) {
    List<Lead> found = new ArrayList<>();
    Set<Pair> seen = new HashSet<>();
    if (count > 0) {
      addFrom(explored.fromStarts(), explored.toTargets(), hops, true, seen, found);
      addFrom(explored.toTargets(), explored.fromStarts(), hops, false, seen, found);
    }
    return writer.hops(
        found.stream()
            .sorted(
                Comparator.comparingDouble((Lead lead) -> -lead.lambda)
                    .thenComparing(lead -> graph.id(lead.from))
                    .thenComparing(lead -> graph.id(lead.to)))
            .limit(count)
            .map(lead -> Step.inner(lead.from, lead.to))
            .toList());
  }

  private void addFrom(
      Depths side,
      Depths opposite,
      int hops,
      boolean fromSubject,
      Set<Pair> seen,
      List<Lead> found) {
    // Of a pair that could be read from either end, the end met first is where it starts.
    for (int node : side.nodes().boxed().sorted(Comparator.comparing(graph::id)).toList()) {
      if (!budget.allowsTime()) {
        return;
      }
      int used = side.of(node) + 1;
      if (used > 1 && !explored.inner().isExpanded(explored.inner().index(node))) {
        continue;
      }
      for (int other : neighbourhood.candidates(node, enough())) {
        int rest = opposite.of(other);
        Pair pair = new Pair(Math.min(node, other), Math.max(node, other));
        if (rest != Depths.NONE
            && used + rest <= hops
            && !isStrong(node, other)
            && seen.add(pair)) {
          add(fromSubject ? node : other, fromSubject ? other : node, node, other, found);
        }
      }
    }
  }

  private void add(int from, int to, int node, int other, List<Lead> found) {
    graph.ensure(new int[] {other}, 0);
    double lambda = pairs.read(node, DaySpan.UNKNOWN, other, DaySpan.UNKNOWN).lambda();
    if (lambda > 0 && lambda < kinds.enterAtWeight()) {
      found.add(new Lead(from, to, lambda));
      heaviest.add(lambda);
      if (heaviest.size() > count) {
        heaviest.remove();
      }
    }
  }

  /** What a pair must be able to weigh to be among the leads, with room for rounding. */
  private double enough() {
    Double least = heaviest.size() < count ? null : heaviest.peek();
    return least == null ? 0 : least - 1e-9;
  }

  private boolean isStrong(int node, int other) {
    return neighbourhood.arcs(node, DaySpan.UNKNOWN).to(other) < Costs.NONE;
  }
}
