package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.Fact;
import org.clew.model.evidence.PairWeight;
import org.clew.model.evidence.Statement;
import org.clew.model.evidence.WeighedEvidence;

/** Turns what the search found into chains that show every number and every link. */
final class ChainWriter {
  /** Numbers of nodes differ between two graphs of the same evidence, ids do not. */
  private static final Comparator<Fact> BY_INDICATOR =
      Comparator.comparing(Fact::via, Comparator.nullsLast(Comparator.naturalOrder()));

  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final PairReader pairs;
  private final Neighbourhood neighbourhood;
  private final TraceParameters parameters;

  ChainWriter(
      EvidenceGraph graph,
      EvidenceKinds kinds,
      PairReader pairs,
      Neighbourhood neighbourhood,
      TraceParameters parameters) {
    this.graph = graph;
    this.kinds = kinds;
    this.pairs = pairs;
    this.neighbourhood = neighbourhood;
    this.parameters = parameters;
  }

  Chain chain(FoundPath path) {
    End start = Objects.requireNonNull(path.start());
    Member member = parameters.members().get(start.owner());
    List<Integer> nodes = path.nodes();
    List<Hop> hops = new ArrayList<>();
    for (int i = 0; i + 1 < nodes.size(); i++) {
      DaySpan window = i == 0 ? start.window() : DaySpan.UNKNOWN;
      DaySpan otherWindow = i + 2 == nodes.size() ? path.target().window() : DaySpan.UNKNOWN;
      hops.add(hop(nodes.get(i), window, nodes.get(i + 1), otherWindow));
    }
    List<IdentityTie> assumptions = new ArrayList<>();
    addTie(assumptions, member.id(), start);
    EntityId target = parameters.targets().get(path.target().owner());
    addTie(assumptions, target, path.target());
    return new Chain(
        member,
        target,
        score(member, hops, kinds.priorOdds()),
        kinds.otherPriorOdds().stream()
            .map(odds -> new PriorScore(odds, score(member, hops, odds)))
            .toList(),
        hops,
        assumptions);
  }

  Hop hop(int node, DaySpan window, int other, DaySpan otherWindow) {
    neighbourhood.prepare(new int[] {node}, Integer.MAX_VALUE);
    graph.ensure(new int[] {other}, 0);
    List<Fact> facts =
        pairs.facts(node, window, other, otherWindow).stream().sorted(BY_INDICATOR).toList();
    PairWeight weight = pairs.weigh(facts);
    List<HopEvidence> evidence = weight.evidence().stream().map(this::withLinks).toList();
    EntityId from = graph.id(node);
    EntityId to = graph.id(other);
    HopSentence sentence =
        new HopSentence(from, graph.facts(node).name(), to, graph.facts(other).name());
    return new Hop(
        from,
        to,
        evidence,
        facts.stream().map(Fact::detached).toList(),
        weight.lambda(),
        weight.probability(kinds.priorOdds()),
        sentence.of(evidence, weight.lambda()));
  }

  private HopEvidence withLinks(WeighedEvidence weight) {
    return new HopEvidence(
        weight.detached(),
        graph.links(weight.statements().stream().map(Statement::relationship).toList()));
  }

  private void addTie(List<IdentityTie> ties, EntityId owner, End end) {
    if (!end.ties().isEmpty()) {
      ties.add(new IdentityTie(owner, end.id(), end.window(), graph.links(end.ties())));
    }
  }

  private static double score(Member member, List<Hop> hops, double priorOdds) {
    double score = member.probability();
    for (Hop hop : hops) {
      score *= new PairWeight(hop.lambda(), List.of()).probability(priorOdds);
    }
    return score;
  }
}
