package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceWeigher;
import org.clew.model.evidence.Fact;
import org.clew.model.evidence.PairWeight;
import org.clew.model.trace.Chain;
import org.clew.model.trace.Hop;
import org.clew.model.trace.Member;

/**
 * The union of the chains to one target: the subject, its members, the entities between and the
 * target, and the pairs that join them. What is the target's own, or a member's, is one with it.
 */
final class ChainNetwork {
  private static final int SUBJECT = 0;
  private static final int TARGET = 1;

  private final AttributionParameters parameters;
  private final EvidenceWeigher weigher;
  private final Draws draws;
  private final Map<EntityId, Integer> nodes = new LinkedHashMap<>();
  private final Map<EntityId, Member> members = new LinkedHashMap<>();
  private final Map<PairKey, Pair> pairs = new LinkedHashMap<>();
  private final List<Member> own = new ArrayList<>();

  /** The same pair at another time is another pair. */
  private record PairKey(int low, int high, Removal.Ends ends, double lambda) {}

  /** A pair of entities that is a step of at least one chain. */
  record Pair(int from, int to, Removal.Ends ends, Hop hop) {}

  ChainNetwork(List<Chain> chains, AttributionParameters parameters) {
    this.parameters = parameters;
    this.weigher = new EvidenceWeigher(parameters.kinds());
    this.draws = new Draws(parameters.table().samples(), parameters.seed());
    chains.forEach(this::add);
  }

  private void add(Chain chain) {
    Member member = chain.member();
    members.putIfAbsent(member.id(), member);
    int at = node(member.id());
    List<Hop> hops = chain.hops();
    if (hops.isEmpty() && !own.contains(member)) {
      own.add(member);
    }
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      int next = i == hops.size() - 1 ? TARGET : node(hop.to());
      Removal.Ends ends = Removal.Ends.of(hop.from(), hop.to());
      double lambda = Math.rint(hop.lambda() * 1e9) / 1e9;
      PairKey key = new PairKey(Math.min(at, next), Math.max(at, next), ends, lambda);
      pairs.putIfAbsent(key, new Pair(at, next, ends, hop));
      at = next;
    }
  }

  private int node(EntityId id) {
    return nodes.computeIfAbsent(id, key -> nodes.size() + 2);
  }

  /** The pairs, in the order of the chains. */
  List<Pair> pairs() {
    return List.copyOf(pairs.values());
  }

  /** The members from which the chains start, in the order of the chains. */
  List<Member> members() {
    return List.copyOf(members.values());
  }

  /** S at some prior odds, with the same pairs whatever these are. */
  Reliability score(double priorOdds) {
    List<Reliability.Edge> edges = new ArrayList<>();
    for (Pair pair : pairs.values()) {
      double p = new PairWeight(pair.hop().lambda(), List.of()).probability(priorOdds);
      edges.add(new Reliability.Edge(pair.from(), pair.to(), p, edges.size()));
    }
    return reliability(edges, new Removal.Nothing());
  }

  /** S at the prior odds of the table after something was taken away. */
  Reliability without(Removal removal) {
    double odds = parameters.kinds().priorOdds();
    List<Reliability.Edge> edges = new ArrayList<>();
    int key = 0;
    for (Pair pair : pairs.values()) {
      PairWeight weight = weigh(pair, removal);
      if (weight.lambda() >= parameters.kinds().enterAtWeight() && !removesAny(pair, removal)) {
        edges.add(new Reliability.Edge(pair.from(), pair.to(), weight.probability(odds), key));
      }
      key++;
    }
    return reliability(edges, removal);
  }

  /** What a pair weighs after something was taken away. */
  PairWeight weigh(Pair pair, Removal removal) {
    List<Fact> left = new ArrayList<>();
    boolean touched = false;
    for (Fact fact : pair.hop().facts()) {
      boolean goes = removal.removes(pair.ends(), fact);
      Fact rest = goes ? null : fact.standingOn(each -> !removal.removes(each)).orElse(null);
      touched |= !fact.equals(rest);
      if (rest != null) {
        left.add(rest);
      }
    }
    return touched ? weigher.weigh(left) : new PairWeight(pair.hop().lambda(), List.of());
  }

  private boolean removesAny(Pair pair, Removal removal) {
    return nodes.entrySet().stream()
        .filter(node -> removal.removes(node.getKey()))
        .anyMatch(node -> pair.from() == node.getValue() || pair.to() == node.getValue());
  }

  private Reliability reliability(List<Reliability.Edge> of, Removal removal) {
    List<Reliability.Edge> edges = new ArrayList<>(of);
    Map<EntityId, Integer> keys = new HashMap<>();
    for (Member member : members.values()) {
      int key = pairs.size() + keys.size();
      keys.put(member.id(), key);
      if (!removal.removes(member.id())) {
        int node = node(member.id());
        edges.add(new Reliability.Edge(SUBJECT, node, member.probability(), key));
        if (own.contains(member)) {
          edges.add(new Reliability.Edge(node, TARGET, 1, key));
        }
      }
    }
    return Reliability.between(
        nodes.size() + 2, edges, SUBJECT, TARGET, parameters.table().exactPairs(), draws);
  }
}
