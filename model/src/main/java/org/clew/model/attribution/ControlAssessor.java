package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.trace.Adjacency;
import org.clew.model.trace.Chain;
import org.clew.model.trace.EvidenceGraph;
import org.clew.model.trace.Hop;
import org.clew.model.trace.HopEvidence;
import org.clew.model.trace.PriorScore;

/** Assesses the chains to one candidate: S, K, and what they rest on. */
final class ControlAssessor {
  private static final String REGISTRATION = "registration";

  private final EvidenceGraph graph;
  private final AttributionParameters parameters;
  private final boolean severalMembers;

  ControlAssessor(EvidenceGraph graph, AttributionParameters parameters, boolean severalMembers) {
    this.graph = graph;
    this.parameters = parameters;
    this.severalMembers = severalMembers;
  }

  Assessment assess(List<Chain> chains) {
    ChainNetwork network = new ChainNetwork(chains, parameters);
    Reliability score = network.score(parameters.kinds().priorOdds());
    Assumptions assumptions = new Assumptions(chains);
    List<Carrier> carriers =
        Removals.of(
            network,
            score.value(),
            assumptions,
            parameters,
            severalMembers,
            runnersOfCrowds(network, chains),
            this::name);
    DisjointChains disjoint = DisjointChains.of(chains.stream().map(this::shared).toList());
    Set<Removal.Ends> copyable = copyableOnly(network);
    Set<String> families = new TreeSet<>();
    Set<EntityId> roots = new TreeSet<>();
    boolean observed = false;
    List<Hop> pairs = network.pairs().stream().map(ChainNetwork.Pair::hop).toList();
    for (WeighedEvidence each : counted(pairs)) {
      families.add(each.kind().family());
      roots.addAll(each.roots());
      observed |= each.roots().isEmpty();
    }
    return new Assessment(
        score,
        parameters.kinds().otherPriorOdds().stream()
            .map(odds -> new PriorScore(odds, network.score(odds).value()))
            .toList(),
        carriers.isEmpty()
            ? score.value()
            : Math.min(score.value(), carriers.get(0).scoreWithout()),
        chains.stream().map(assumptions::listed).toList(),
        pairs,
        disjoint.chains().size(),
        disjoint.exact(),
        roots,
        rootsOf(disjoint.chains().stream().map(chains::get).toList()),
        observed,
        families,
        carriers,
        network.members().size(),
        words(copyable, network),
        !copyable.isEmpty() && isCapped(chains, copyable));
  }

  private static List<WeighedEvidence> counted(List<Hop> hops) {
    return hops.stream()
        .flatMap(hop -> hop.evidence().stream())
        .map(HopEvidence::weight)
        .filter(WeighedEvidence::counted)
        .toList();
  }

  /** The one record of an asset's registration, from which all that it says of that is read. */
  private record RegistrationRecord(EntityId asset) {}

  /** What independent chains must not have in common. */
  private Set<Object> shared(Chain chain) {
    Set<Object> shared = new HashSet<>();
    if (severalMembers) {
      shared.add(chain.member().id());
    }
    List<Hop> hops = chain.hops();
    for (int i = 0; i + 1 < hops.size(); i++) {
      shared.add(hops.get(i).to());
    }
    for (Hop hop : hops) {
      for (WeighedEvidence each : counted(List.of(hop))) {
        shared.addAll(each.roots());
        EntityId via = each.via();
        if (via != null) {
          shared.add(via);
        }
        if (via != null && each.roots().isEmpty() && each.kind().family().equals(REGISTRATION)) {
          shared.add(new RegistrationRecord(hop.from()));
          shared.add(new RegistrationRecord(hop.to()));
        }
      }
    }
    return shared;
  }

  /** What was observed is a root of its own: the record that anyone can look up. */
  private static int rootsOf(List<Chain> chains) {
    Set<Object> roots = new HashSet<>();
    for (Chain chain : chains) {
      for (Hop hop : chain.hops()) {
        for (HopEvidence each : hop.evidence()) {
          WeighedEvidence weight = each.weight();
          if (weight.counted() && weight.roots().isEmpty()) {
            EntityId via = weight.via();
            roots.add(via == null ? each.statements().get(0).id() : via);
          } else if (weight.counted()) {
            roots.addAll(weight.roots());
          }
        }
      }
    }
    return roots.size();
  }

  private Set<Removal.Ends> copyableOnly(ChainNetwork network) {
    Set<Removal.Ends> only = new HashSet<>();
    for (ChainNetwork.Pair pair : network.pairs()) {
      List<WeighedEvidence> counted = counted(List.of(pair.hop()));
      if (!counted.isEmpty() && counted.stream().allMatch(each -> each.kind().copyable())) {
        only.add(pair.ends());
      }
    }
    return only;
  }

  private List<String> words(Set<Removal.Ends> only, ChainNetwork network) {
    List<String> words = new ArrayList<>();
    for (ChainNetwork.Pair pair : network.pairs()) {
      if (only.contains(pair.ends())) {
        words.add(name(pair.hop().from()) + " and " + name(pair.hop().to()));
      }
    }
    return words;
  }

  /** Whether what is left without the copyable pairs would not by itself be enough for high. */
  private boolean isCapped(List<Chain> chains, Set<Removal.Ends> copyable) {
    List<Chain> left =
        chains.stream()
            .filter(
                chain ->
                    chain.hops().stream()
                        .noneMatch(h -> copyable.contains(Removal.Ends.of(h.from(), h.to()))))
            .toList();
    return left.isEmpty() || !Levels.isHigh(assess(left), parameters.table());
  }

  String name(EntityId id) {
    int node = graph.node(id);
    if (node == EvidenceGraph.NONE) {
      return id.local();
    }
    graph.ensure(new int[] {node}, 0);
    return graph.facts(node).name();
  }

  /** Accounts that administer a crowd, and organizations between that run one. */
  private Set<EntityId> runnersOfCrowds(ChainNetwork network, List<Chain> chains) {
    Set<EntityId> runners = new TreeSet<>(Removals.administrators(network));
    for (Chain chain : chains) {
      for (Hop hop : chain.hops().subList(0, Math.max(0, chain.hops().size() - 1))) {
        if (hop.to().kind() == EntityKind.ORGANIZATION) {
          runners.add(hop.to());
        }
      }
    }
    runners.removeIf(runner -> run(runner) <= parameters.table().crowd());
    return runners;
  }

  /** How many assets an account or organization administers or operates. */
  private int run(EntityId runner) {
    int node = graph.node(runner);
    graph.ensure(new int[] {node}, Integer.MAX_VALUE);
    Adjacency links = graph.adjacency(node);
    Set<Integer> run = new HashSet<>();
    for (int i = 0; i < links.size(); i++) {
      if (Removal.Runner.TYPES.contains(links.type(i)) && links.outgoing(i)) {
        run.add(links.neighbour(i));
      }
    }
    return run.size();
  }
}
