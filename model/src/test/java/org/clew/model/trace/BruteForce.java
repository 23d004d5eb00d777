package org.clew.model.trace;

import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.PairWeight;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;

/** All simple paths of a small case, one by one, in the order the engine promises. */
final class BruteForce {
  private static final EvidenceKinds KINDS = EvidenceKinds.builtIn();

  private final CaseFile file;
  private final TraceParameters parameters;
  private final EvidenceGraph graph;
  private final Tracer tracer = new Tracer(KINDS, Clock.systemUTC());
  private final Map<EntityId, Set<EntityId>> neighbours = new TreeMap<>();
  private final Set<EntityId> assets = new TreeSet<>();
  private final Map<List<EntityId>, Long> costs = new HashMap<>();
  private final List<Path> found = new ArrayList<>();

  record Path(long cost, EntityId target, List<EntityId> fromTarget, int member) {}

  BruteForce(CaseFile file, TraceParameters parameters) {
    this.file = file;
    this.parameters = parameters;
    this.graph = file.graph();
    for (Link link : file.links) {
      for (EntityId id : List.of(link.from(), link.to())) {
        if (id.kind().isAsset()) {
          assets.add(id);
        }
      }
      if (link.type() != LinkType.IMPERSONATES) {
        neighbours.computeIfAbsent(link.from(), key -> new TreeSet<>()).add(link.to());
        neighbours.computeIfAbsent(link.to(), key -> new TreeSet<>()).add(link.from());
      }
    }
  }

  List<Path> all() {
    for (EntityId target : parameters.targets()) {
      for (int member = 0; member < parameters.members().size(); member++) {
        Member from = parameters.members().get(member);
        if (from.probability() >= 0.5) {
          walkFrom(member, target);
        }
      }
    }
    found.sort(
        Comparator.comparingLong(Path::cost)
            .thenComparing(Path::target)
            .thenComparing(Path::fromTarget, BruteForce::compare)
            .thenComparing(Path::member));
    return found;
  }

  private void walkFrom(int member, EntityId target) {
    Member from = parameters.members().get(member);
    Set<EntityId> own = identity(from.id());
    Set<EntityId> goal = identity(target);
    long cost = Costs.ofStart(-Math.log(from.probability()));
    for (EntityId start : own) {
      Deque<EntityId> path = new ArrayDeque<>(List.of(start));
      if (goal.contains(start)) {
        add(cost, target, path, member);
      } else {
        walk(path, own, goal, cost, target, member);
      }
    }
  }

  private void walk(
      Deque<EntityId> path,
      Set<EntityId> own,
      Set<EntityId> goal,
      long cost,
      EntityId target,
      int member) {
    if (path.size() > parameters.hops()) {
      return;
    }
    EntityId last = path.getLast();
    boolean inner = path.size() > 1;
    if (inner && neighbours.getOrDefault(last, Set.of()).size() > parameters.degreeCeiling()) {
      return;
    }
    for (EntityId next : assets) {
      long hop = path.contains(next) || own.contains(next) ? Costs.NONE : cost(last, next);
      if (hop == Costs.NONE) {
        continue;
      }
      path.addLast(next);
      if (goal.contains(next)) {
        add(cost + hop, target, path, member);
      } else {
        walk(path, own, goal, cost + hop, target, member);
      }
      path.removeLast();
    }
  }

  private void add(long cost, EntityId target, Deque<EntityId> path, int member) {
    List<EntityId> fromTarget = new ArrayList<>();
    path.descendingIterator().forEachRemaining(fromTarget::add);
    if (cost <= Costs.limit(parameters.floor())) {
      found.add(new Path(cost, target, fromTarget, member));
    }
  }

  private long cost(EntityId from, EntityId to) {
    List<EntityId> pair = from.compareTo(to) < 0 ? List.of(from, to) : List.of(to, from);
    return costs.computeIfAbsent(pair, key -> costOf(key.get(0), key.get(1)));
  }

  private long costOf(EntityId from, EntityId to) {
    PairWeight weight =
        new PairWeight(tracer.pair(graph, parameters, from, to).lambda(), List.of());
    return weight.probability(KINDS.priorOdds()) >= 0.5 - 1e-12
        ? Costs.ofHop(weight.cost(KINDS.priorOdds()))
        : Costs.NONE;
  }

  /** An outlet's own assets, said again in the plainest way: grade B2 or better, no dates. */
  private Set<EntityId> identity(EntityId entity) {
    Set<EntityId> identity = new TreeSet<>(Set.of(entity));
    if (entity.kind() == EntityKind.MEDIA_OUTLET) {
      for (Link link : file.links) {
        if (link.from().equals(entity)
            && link.type() == LinkType.PUBLISHES_ON
            && file.sources.get(link.source()).grade().atLeast(Grade.parse("B2"))) {
          identity.add(link.to());
        }
      }
      for (Link link : file.links) {
        if (link.type() == LinkType.SUBDOMAIN_OF && identity.contains(link.to())) {
          identity.add(link.from());
        }
      }
    }
    identity.retainAll(neighbours.keySet());
    return identity;
  }

  private static int compare(List<EntityId> a, List<EntityId> b) {
    for (int i = 0; i < Math.min(a.size(), b.size()); i++) {
      int order = a.get(i).compareTo(b.get(i));
      if (order != 0) {
        return order;
      }
    }
    return Integer.compare(a.size(), b.size());
  }
}
