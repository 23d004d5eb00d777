package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
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
  private final EndPairs endPairs;
  private final Tenures tenures;
  private final ChainWriter writer;

  TraceRun(EvidenceGraph graph, EvidenceKinds kinds, TraceParameters parameters, Budget budget) {
    this.graph = graph;
    this.kinds = kinds;
    this.parameters = parameters;
    this.budget = budget;
    int ceiling = parameters.degreeCeiling();
    this.filter = new StatementFilter(graph, parameters);
    this.pairs = new PairReader(graph, kinds, filter, ceiling);
    this.neighbourhood = new Neighbourhood(graph, kinds, filter, pairs, ceiling);
    this.endPairs = new EndPairs(kinds, pairs, neighbourhood);
    this.tenures = new Tenures(graph, kinds, pairs, neighbourhood);
    this.writer = new ChainWriter(graph, kinds, pairs, neighbourhood, parameters);
  }

  Trace run() {
    List<End> starts = starts();
    List<End> targets = targets();
    Exploration explored = new Exploration(neighbourhood, budget, starts, targets);
    List<FoundPath> paths = search(explored);
    List<Chain> chains = paths.stream().map(writer::chain).toList();
    List<Hop> leads =
        new LeadSearch(graph, kinds, pairs, neighbourhood, explored, budget, parameters.leads())
            .leads(parameters.hops(), writer);
    return new Trace(
        parameters, kinds.version(), chains, leads, hubs(), budget.truncation(), graph.version());
  }

  Hop pair(EntityId from, EntityId to) {
    int node = node(from);
    int other = node(to);
    return writer.hop(node, DaySpan.UNKNOWN, other, DaySpan.UNKNOWN);
  }

  private int node(EntityId id) {
    int node = graph.node(id);
    if (node == EvidenceGraph.NONE) {
      throw new ClewException(Reason.NOT_FOUND, "There is no control evidence about " + id + ".");
    }
    return node;
  }

  private List<FoundPath> search(Exploration explored) {
    InnerGraph inner = InnerGraph.of(explored, neighbourhood);
    List<FoundPath> paths = searchAsFarAsKnown(explored, inner);
    while (explored.hops() < parameters.hops()
        && budget.truncation() == null
        && !isSettled(paths, explored, inner)) {
      explored.deepen();
      inner = InnerGraph.of(explored, neighbourhood);
      paths = searchAsFarAsKnown(explored, inner);
    }
    return paths;
  }

  private List<FoundPath> searchAsFarAsKnown(Exploration explored, InnerGraph inner) {
    boolean cut = budget.truncation() != null;
    int hops = cut ? parameters.hops() : Math.min(parameters.hops(), explored.hops());
    ReachTable table = ReachTable.of(inner, endPairs, explored.starts(), hops);
    PathSearch search =
        new PathSearch(
            graph,
            endPairs,
            tenures,
            budget,
            explored.starts(),
            table,
            hops,
            Costs.limit(parameters.floor()));
    if (parameters.selection() == TraceParameters.Selection.BEST) {
      return search.best(explored.targets(), parameters.top());
    }
    List<FoundPath> paths = new ArrayList<>();
    for (int target = 0; target < parameters.targets().size(); target++) {
      int owner = target;
      paths.addAll(
          search.best(explored.targets().stream().filter(e -> e.owner() == owner).toList(), 1));
    }
    paths.sort(Comparator.comparingLong(FoundPath::cost).thenComparing(p -> p.target().owner()));
    return paths;
  }

  /** Whether no longer chain can take the place of one that was found. */
  private boolean isSettled(List<FoundPath> paths, Exploration explored, InnerGraph inner) {
    int wanted =
        parameters.selection() == TraceParameters.Selection.BEST
            ? parameters.top()
            : parameters.targets().size();
    if (paths.size() < wanted) {
      return false;
    }
    if (paths.isEmpty()) {
      return true;
    }
    long dearest = paths.get(paths.size() - 1).cost();
    int ahead = explored.forwardLevels() + 1;
    int behind = explored.backwardLevels() + 1;
    long least =
        ReachTable.of(inner, endPairs, explored.starts(), ahead).leastOf(ahead)
            + ReachTable.of(inner, endPairs, explored.targets(), behind).leastOf(behind);
    return dearest < least;
  }

  private List<End> starts() {
    IdentityTies ties = new IdentityTies(graph, kinds, filter);
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
    IdentityTies ties = new IdentityTies(graph, kinds, filter);
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
