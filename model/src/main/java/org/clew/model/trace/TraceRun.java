package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKinds;

/** One trace. */
final class TraceRun {
  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final TraceParameters parameters;
  private final Budget budget;
  private final StatementFilter filter;
  private final PairReader pairs;
  private final Neighbourhood neighbourhood;
  private final IdentityTies ties;
  private final EndPairs endPairs;
  private final Tenures tenures;
  private final ChainWriter writer;
  private final long limit;

  TraceRun(EvidenceGraph graph, EvidenceKinds kinds, TraceParameters parameters, Budget budget) {
    this.graph = graph;
    this.kinds = kinds;
    this.parameters = parameters;
    this.budget = budget;
    int ceiling = parameters.degreeCeiling();
    this.filter = new StatementFilter(graph, parameters);
    this.pairs = new PairReader(graph, kinds, filter, ceiling);
    KnownHops kept = parameters.countAllEvidence() ? graph.knownHops(kinds, ceiling) : null;
    this.neighbourhood = new Neighbourhood(graph, kinds, filter, pairs, ceiling, kept);
    this.ties = new IdentityTies(graph, kinds, filter);
    this.endPairs = new EndPairs(kinds, pairs, neighbourhood);
    this.limit = Costs.limit(parameters.floor());
    this.tenures = new Tenures(graph, kinds, pairs, neighbourhood);
    this.writer = new ChainWriter(graph, kinds, pairs, neighbourhood, parameters, tenures);
  }

  Trace run() {
    List<End> starts = starts();
    List<End> targets = targets();
    Exploration explored = new Exploration(neighbourhood, budget, starts, targets);
    List<FoundPath> paths = search(explored);
    List<Chain> chains = writer.chains(paths);
    List<Hop> leads =
        new LeadSearch(graph, kinds, pairs, neighbourhood, explored, budget, parameters.leads())
            .leads(parameters.hops(), writer);
    return new Trace(
        parameters, kinds.version(), chains, leads, hubs(), budget.truncation(), graph.version());
  }

  Hop pair(EntityId from, EntityId to) {
    int node = node(from);
    int other = node(to);
    return writer.hops(List.of(Step.inner(node, other))).get(0);
  }

  private int node(EntityId id) {
    int node = graph.node(id);
    if (node == EvidenceGraph.NONE) {
      throw new ClewException(Reason.NOT_FOUND, "There is no control evidence about " + id + ".");
    }
    return node;
  }

  private List<FoundPath> search(Exploration explored) {
    ReachTable table = reach(explored);
    List<FoundPath> paths = search(explored, table);
    while (explored.hops() < parameters.hops()
        && budget.truncation() == null
        && !isSettled(paths, explored, table)) {
      explored.deepen();
      table = reach(explored);
      paths = search(explored, table);
    }
    return paths;
  }

  /**
   * How far the starts reach by the hops that are known. The few best chains are looked for among
   * all of these at once, the best for each target among as many as all chains are known of.
   */
  private ReachTable reach(Exploration explored) {
    int hops =
        isOfBest() || budget.truncation() != null
            ? parameters.hops()
            : Math.min(parameters.hops(), explored.hops());
    return ReachTable.of(explored.inner(), endPairs, explored.starts(), hops);
  }

  private boolean isOfBest() {
    return parameters.selection() == TraceParameters.Selection.BEST;
  }

  private List<FoundPath> search(Exploration explored, ReachTable table) {
    PathSearch search =
        new PathSearch(graph, endPairs, tenures, budget, explored.starts(), table, limit);
    return isOfBest()
        ? search.best(explored.targets(), parameters.top())
        : search.bestOfEach(explored.targets());
  }

  /** Whether no other chain can take the place of one that was found, nor reach the floor. */
  private boolean isSettled(List<FoundPath> paths, Exploration explored, ReachTable table) {
    int wanted = isOfBest() ? parameters.top() : parameters.targets().size();
    long dearest =
        paths.isEmpty() || paths.size() < wanted ? limit : paths.get(paths.size() - 1).cost();
    return dearest < (isOfBest() ? leastUnread(explored, table) : leastLonger(explored, table));
  }

  /**
   * The least that a chain costs which was not searched for where all known hops were: it has a hop
   * between two nodes neither of which is expanded, so it reaches the one from a start and the
   * other from a target.
   */
  private long leastUnread(Exploration explored, ReachTable table) {
    return table.leastToUnread(
        ReachTable.of(explored.inner(), endPairs, explored.targets(), parameters.hops()));
  }

  /** The same where chains were searched for up to a length: one that is longer. */
  private long leastLonger(Exploration explored, ReachTable table) {
    int behind = explored.backwardLevels() + 1;
    ReachTable back = ReachTable.of(explored.inner(), endPairs, explored.targets(), behind);
    return table.leastOf(explored.forwardLevels() + 1) + Costs.LEAST_HOP + back.leastOf(behind);
  }

  private List<End> starts() {
    ties.prepare(parameters.members().stream().map(Member::id).toList());
    List<End> starts = new ArrayList<>();
    for (int i = 0; i < parameters.members().size(); i++) {
      Member member = parameters.members().get(i);
      if (member.probability() >= Member.STARTS_FROM) {
        long cost = Costs.ofStart(-Math.log(member.probability()));
        starts.addAll(ties.ends(member.id(), i, cost));
      }
    }
    return starts;
  }

  private List<End> targets() {
    ties.prepare(parameters.targets());
    List<End> targets = new ArrayList<>();
    for (int i = 0; i < parameters.targets().size(); i++) {
      targets.addAll(ties.ends(parameters.targets().get(i), i, 0));
    }
    return targets;
  }

  private List<SkippedHub> hubs() {
    return neighbourhood.hubs().stream()
        .map(node -> new SkippedHub(graph.id(node), graph.facts(node).name(), graph.degree(node)))
        .sorted(Comparator.comparing(SkippedHub::id))
        .toList();
  }
}
