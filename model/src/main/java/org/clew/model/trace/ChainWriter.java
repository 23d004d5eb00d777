package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.Fact;
import org.clew.model.evidence.PairWeight;
import org.clew.model.evidence.Statement;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.Link;

/**
 * Turns what the search found into chains that show every number and every link. The links of a
 * whole result are read at once, a hop that several chains share is written once.
 */
final class ChainWriter {
  /** Numbers of nodes differ between two graphs of the same evidence, ids do not. */
  private static final Comparator<Fact> BY_INDICATOR =
      Comparator.comparing(Fact::via, Comparator.nullsLast(Comparator.naturalOrder()));

  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final PairReader pairs;
  private final Neighbourhood neighbourhood;
  private final TraceParameters parameters;
  private final Tenures tenures;
  private final Map<Step, Hop> hops = new HashMap<>();
  private final Map<Long, Link> links = new HashMap<>();

  private record Weighed(Step step, List<Fact> facts, PairWeight weight) {
    Stream<Long> handles() {
      return weight.evidence().stream()
          .flatMap(each -> each.statements().stream())
          .map(Statement::relationship);
    }
  }

  ChainWriter(
      EvidenceGraph graph,
      EvidenceKinds kinds,
      PairReader pairs,
      Neighbourhood neighbourhood,
      TraceParameters parameters,
      Tenures tenures) {
    this.graph = graph;
    this.kinds = kinds;
    this.pairs = pairs;
    this.neighbourhood = neighbourhood;
    this.parameters = parameters;
    this.tenures = tenures;
  }

  /** The chains of these paths, in their order. */
  List<Chain> chains(List<FoundPath> paths) {
    read(paths.stream().flatMap(path -> ends(path).flatMap(end -> end.ties().stream())));
    write(paths.stream().flatMap(path -> path.steps().stream()));
    return paths.stream().map(this::chain).toList();
  }

  /** The hops of these steps, in their order. */
  List<Hop> hops(Collection<Step> steps) {
    write(steps.stream());
    return steps.stream().map(this::hop).toList();
  }

  private void write(Stream<Step> steps) {
    Set<Step> missing = new LinkedHashSet<>(steps.toList());
    missing.removeIf(hops::containsKey);
    neighbourhood.prepare(
        missing.stream().mapToInt(Step::node).distinct().toArray(), Integer.MAX_VALUE);
    graph.ensure(missing.stream().mapToInt(Step::other).distinct().toArray(), 0);
    Map<Integer, int[]> others = new HashMap<>();
    missing.forEach(
        step -> others.merge(step.node(), new int[] {step.other()}, ChainWriter::joined));
    pairs.prepare(others);
    List<Weighed> weighed = missing.stream().map(this::weigh).toList();
    read(weighed.stream().flatMap(Weighed::handles));
    weighed.forEach(each -> hops.put(each.step, hop(each)));
  }

  private static int[] joined(int[] some, int[] more) {
    return IntStream.concat(Arrays.stream(some), Arrays.stream(more)).toArray();
  }

  private Weighed weigh(Step step) {
    List<Fact> facts =
        pairs.facts(step.node(), step.window(), step.other(), step.otherWindow()).stream()
            .sorted(BY_INDICATOR)
            .toList();
    return new Weighed(step, facts, pairs.weigh(facts));
  }

  private void read(Stream<Long> handles) {
    List<Long> missing = handles.filter(handle -> !links.containsKey(handle)).distinct().toList();
    if (!missing.isEmpty()) {
      List<Link> read = graph.links(missing);
      for (int i = 0; i < missing.size(); i++) {
        links.put(missing.get(i), read.get(i));
      }
    }
  }

  private Hop hop(Weighed weighed) {
    EntityId from = graph.id(weighed.step.node());
    EntityId to = graph.id(weighed.step.other());
    HopSentence sentence =
        new HopSentence(
            from,
            graph.facts(weighed.step.node()).name(),
            to,
            graph.facts(weighed.step.other()).name());
    List<HopEvidence> evidence = weighed.weight.evidence().stream().map(this::withLinks).toList();
    double lambda = weighed.weight.lambda();
    return new Hop(
        from,
        to,
        evidence,
        weighed.facts.stream().map(Fact::detached).toList(),
        lambda,
        weighed.weight.probability(kinds.priorOdds()),
        sentence.of(evidence, lambda));
  }

  private HopEvidence withLinks(WeighedEvidence weight) {
    return new HopEvidence(
        weight.detached(), links(weight.statements().stream().map(Statement::relationship)));
  }

  private Chain chain(FoundPath path) {
    End start = start(path);
    Member member = parameters.members().get(start.owner());
    EntityId target = parameters.targets().get(path.target().owner());
    List<Hop> steps = path.steps().stream().map(this::hop).toList();
    List<IdentityTie> assumptions = new ArrayList<>();
    addTie(assumptions, member.id(), start);
    addTie(assumptions, target, path.target());
    return new Chain(
        member,
        target,
        score(member, steps, kinds.priorOdds()),
        kinds.otherPriorOdds().stream()
            .map(odds -> new PriorScore(odds, score(member, steps, odds)))
            .toList(),
        steps,
        assumptions,
        tenures.passages(path));
  }

  private Hop hop(Step step) {
    return Objects.requireNonNull(hops.get(step));
  }

  private void addTie(List<IdentityTie> ties, EntityId owner, End end) {
    if (!end.ties().isEmpty()) {
      ties.add(new IdentityTie(owner, end.id(), end.window(), links(end.ties().stream())));
    }
  }

  private List<Link> links(Stream<Long> handles) {
    return handles.map(handle -> Objects.requireNonNull(links.get(handle))).toList();
  }

  private static Stream<End> ends(FoundPath path) {
    return Stream.of(start(path), path.target());
  }

  private static End start(FoundPath path) {
    return Objects.requireNonNull(path.start());
  }

  private static double score(Member member, List<Hop> hops, double priorOdds) {
    double score = member.probability();
    for (Hop hop : hops) {
      score *= new PairWeight(hop.lambda(), List.of()).probability(priorOdds);
    }
    return score;
  }
}
