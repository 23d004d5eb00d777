package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceWeigher;
import org.clew.model.evidence.Fact;
import org.clew.model.evidence.PairWeight;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.trace.Chain;
import org.clew.model.trace.Hop;
import org.clew.model.trace.HopEvidence;
import org.clew.model.trace.Member;
import org.clew.model.trace.Passage;

/**
 * The union of the chains to one target: the subject, its members, the entities between and the
 * target, and the pairs that join them. What is the target's own, or a member's, is one with it.
 * Where an asset between changed hands, so that not all its pairs go together, only the chains
 * themselves count, not every way over the pairs of several of them.
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
  private final List<Way> ways = new ArrayList<>();
  private final Set<Passage> passages = new LinkedHashSet<>();

  /** The same pair at another time is another pair. */
  private record PairKey(int low, int high, Removal.Ends ends, double lambda) {}

  /** A pair of entities that is a step of at least one chain. */
  record Pair(int from, int to, Removal.Ends ends, Hop hop) {}

  /** A chain and its pairs, in the order of its hops. */
  private record Way(Chain chain, List<PairKey> pairs) {}

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
    List<PairKey> way = new ArrayList<>();
    for (int i = 0; i < hops.size(); i++) {
      Hop hop = hops.get(i);
      int next = i == hops.size() - 1 ? TARGET : node(hop.to());
      Removal.Ends ends = Removal.Ends.of(hop.from(), hop.to());
      double lambda = Math.rint(hop.lambda() * 1e9) / 1e9;
      PairKey key = new PairKey(Math.min(at, next), Math.max(at, next), ends, lambda);
      pairs.putIfAbsent(key, new Pair(at, next, ends, hop));
      way.add(key);
      at = next;
    }
    ways.add(new Way(chain, way));
    passages.addAll(chain.passages());
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
    Map<PairKey, PairWeight> weights = new HashMap<>();
    Removal nothing = new Removal.Nothing();
    pairs.forEach((key, pair) -> weights.put(key, weigh(pair, nothing)));
    return reliability(weights, priorOdds, nothing);
  }

  /** S at the prior odds of the table after something was taken away. */
  Reliability without(Removal removal) {
    Map<PairKey, PairWeight> weights = new HashMap<>();
    pairs.forEach(
        (key, pair) -> {
          PairWeight weight = weigh(pair, removal);
          if (weight.lambda() >= parameters.kinds().enterAtWeight() && !removesAny(pair, removal)) {
            weights.put(key, weight);
          }
        });
    return reliability(weights, parameters.kinds().priorOdds(), removal);
  }

  /** What a pair weighs after something was taken away. */
  PairWeight weigh(Pair pair, Removal removal) {
    return weigh(pair.hop(), pair.ends(), removal);
  }

  private PairWeight weigh(Hop hop, Removal.Ends ends, Removal removal) {
    List<Fact> left = new ArrayList<>();
    boolean touched = false;
    for (Fact fact : hop.facts()) {
      boolean goes = removal.removes(ends, fact);
      Fact rest = goes ? null : fact.standingOn(each -> !removal.removes(each)).orElse(null);
      touched |= !fact.equals(rest);
      if (rest != null) {
        left.add(rest);
      }
    }
    return touched
        ? weigher.weigh(left)
        : new PairWeight(hop.lambda(), hop.evidence().stream().map(HopEvidence::weight).toList());
  }

  private boolean removesAny(Pair pair, Removal removal) {
    return nodes.entrySet().stream()
        .filter(node -> removal.removes(node.getKey()))
        .anyMatch(node -> pair.from() == node.getValue() || pair.to() == node.getValue());
  }

  private Reliability reliability(
      Map<PairKey, PairWeight> weights, double priorOdds, Removal removal) {
    Map<PairKey, Integer> keys = new HashMap<>();
    List<Reliability.Edge> edges = new ArrayList<>();
    for (Map.Entry<PairKey, Pair> each : pairs.entrySet()) {
      int key = keys.size();
      keys.put(each.getKey(), key);
      PairWeight weight = weights.get(each.getKey());
      if (weight != null) {
        Pair pair = each.getValue();
        double p = weight.probability(priorOdds);
        edges.add(new Reliability.Edge(pair.from(), pair.to(), p, key));
      }
    }
    Map<EntityId, Integer> ofMembers = new HashMap<>();
    for (Member member : members.values()) {
      int key = pairs.size() + ofMembers.size();
      ofMembers.put(member.id(), key);
      if (!removal.removes(member.id())) {
        int node = node(member.id());
        edges.add(new Reliability.Edge(SUBJECT, node, member.probability(), key));
        if (own.contains(member)) {
          edges.add(new Reliability.Edge(node, TARGET, 1, key));
        }
      }
    }
    if (passages.stream().anyMatch(passage -> isDivided(passage, weights))) {
      return anyChain(edges, keys, ofMembers, removal);
    }
    return Reliability.between(
        nodes.size() + 2, edges, SUBJECT, TARGET, parameters.table().exactPairs(), draws);
  }

  /**
   * Whether two pairs of some weight that meet in an asset lie on two sides of a change of hands.
   */
  private boolean isDivided(Passage passage, Map<PairKey, PairWeight> weights) {
    List<Passage.Side> sides = new ArrayList<>();
    weights.forEach(
        (key, weight) -> {
          Hop hop = Objects.requireNonNull(pairs.get(key)).hop();
          if (hop.from().equals(passage.asset()) || hop.to().equals(passage.asset())) {
            sides.add(hop.side(passage.asset(), weight.evidence()));
          }
        });
    return sides.stream()
        .anyMatch(one -> sides.stream().anyMatch(other -> !passage.joins(one, other)));
  }

  private Reliability anyChain(
      List<Reliability.Edge> edges,
      Map<PairKey, Integer> keys,
      Map<EntityId, Integer> ofMembers,
      Removal removal) {
    Map<Integer, Reliability.Edge> left = new HashMap<>();
    edges.forEach(edge -> left.putIfAbsent(edge.key(), edge));
    List<Set<Integer>> chains = new ArrayList<>();
    for (Way way : ways) {
      Set<Integer> chain = new HashSet<>();
      way.pairs().forEach(pair -> chain.add(Objects.requireNonNull(keys.get(pair))));
      chain.add(Objects.requireNonNull(ofMembers.get(way.chain().member().id())));
      if (left.keySet().containsAll(chain)
          && way.chain().holdsTogether(evidence(way.chain(), removal))) {
        chains.add(chain);
      }
    }
    return new AnyChain(left, parameters.table().exactPairs(), draws).of(chains);
  }

  private List<List<WeighedEvidence>> evidence(Chain chain, Removal removal) {
    return chain.hops().stream()
        .map(hop -> weigh(hop, Removal.Ends.of(hop.from(), hop.to()), removal).evidence())
        .toList();
  }
}
