package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds the cheapest simple paths, exactly and in order, best first (A*) from the targets
 * backwards, with the least cost of reaching a node from a start as the estimate. Of equal costs
 * the path with fewer hops comes first, then the one whose ids are first, read from the target.
 *
 * <p>A path passes through no second asset of the outlet it ends at, nor of the member it starts
 * at: a shorter path reaches or leaves the same entity.
 */
final class PathSearch {
  private static final Comparator<FoundPath> ORDER =
      Comparator.comparingLong(FoundPath::bound).thenComparing(PathSearch::compareIds);

  private final EvidenceGraph graph;
  private final EndPairs endPairs;
  private final Tenures tenures;
  private final Budget budget;
  private final ReachTable table;
  private final InnerGraph inner;
  private final long limit;
  private final Map<Integer, List<End>> startsAt = new HashMap<>();
  private final Map<Integer, List<End>> startsBefore = new HashMap<>();
  private final Map<Integer, Set<Integer>> nodesOfMember = new HashMap<>();

  PathSearch(
      EvidenceGraph graph,
      EndPairs endPairs,
      Tenures tenures,
      Budget budget,
      List<End> starts,
      ReachTable table,
      long limit) {
    this.graph = graph;
    this.endPairs = endPairs;
    this.tenures = tenures;
    this.budget = budget;
    this.table = table;
    this.inner = table.inner();
    this.limit = limit;
    for (End start : starts) {
      nodesOfMember.computeIfAbsent(start.owner(), key -> new HashSet<>()).add(start.node());
      startsAt.computeIfAbsent(start.node(), key -> new ArrayList<>()).add(start);
      Arcs arcs = endPairs.arcs(start);
      for (int i = 0; i < arcs.size(); i++) {
        startsBefore.computeIfAbsent(arcs.node(i), key -> new ArrayList<>()).add(start);
      }
    }
  }

  /** The cheapest paths to these ends of targets, the cheapest first. */
  List<FoundPath> best(Collection<End> targets, int count) {
    return search(targets, count, count);
  }

  /** The cheapest path to each target, the cheapest first. */
  List<FoundPath> bestOfEach(Collection<End> targets) {
    return search(targets, Integer.MAX_VALUE, 1);
  }

  private List<FoundPath> search(Collection<End> targets, int count, int countOfEach) {
    Map<Integer, Set<Integer>> nodesOfTarget = new HashMap<>();
    targets.forEach(
        end -> nodesOfTarget.computeIfAbsent(end.owner(), key -> new HashSet<>()).add(end.node()));
    PriorityQueue<FoundPath> open = new PriorityQueue<>(ORDER);
    for (End target : targets) {
      begin(target, nodesOfTarget.getOrDefault(target.owner(), Set.of()), open);
    }
    List<FoundPath> found = new ArrayList<>();
    List<FoundPath> unchecked = new ArrayList<>();
    Map<Integer, Integer> foundOfTarget = new HashMap<>();
    for (int popped = 0; found.size() < count && !open.isEmpty(); popped++) {
      if (!budget.allowsPaths(open.size()) || ((popped & 0x3ff) == 0x3ff && !budget.allowsTime())) {
        break;
      }
      FoundPath path = open.remove();
      int target = path.target().owner();
      if (foundOfTarget.getOrDefault(target, 0) == countOfEach) {
        continue;
      }
      if (path.isComplete()) {
        unchecked.add(path);
        if (unchecked.size() == Math.min(countOfEach, count - found.size())) {
          keepWhatHolds(unchecked, found, foundOfTarget);
        }
      } else {
        extend(path, nodesOfTarget.getOrDefault(target, Set.of()), open);
      }
    }
    keepWhatHolds(unchecked, found, foundOfTarget);
    return found;
  }

  /** What paths are checked by is read for several of them at once. */
  private void keepWhatHolds(
      List<FoundPath> paths, List<FoundPath> found, Map<Integer, Integer> foundOfTarget) {
    tenures.prepare(paths);
    for (FoundPath path : paths) {
      if (tenures.hold(path)) {
        found.add(path);
        foundOfTarget.merge(path.target().owner(), 1, Integer::sum);
      }
    }
    paths.clear();
  }

  private void begin(End target, Set<Integer> own, PriorityQueue<FoundPath> open) {
    FoundPath end = new FoundPath(null, target.node(), target.id(), 0, 0, 0, target, null);
    for (End start : startsAt.getOrDefault(target.node(), List.of())) {
      if (start.window().meets(target.window())) {
        open.add(complete(end.after(), end, start, start.cost(), 0));
      }
    }
    for (End start : startsBefore.getOrDefault(target.node(), List.of())) {
      if (!own.contains(start.node()) && isFree(start, end)) {
        addComplete(end, start, endPairs.cost(start, target), open);
      }
    }
    Arcs arcs = endPairs.arcs(target);
    for (int i = 0; i < arcs.size(); i++) {
      addInner(end, inner.index(arcs.node(i)), arcs.cost(i), own, open);
    }
  }

  private void extend(FoundPath path, Set<Integer> own, PriorityQueue<FoundPath> open) {
    for (End start : startsBefore.getOrDefault(path.node(), List.of())) {
      if (!own.contains(start.node()) && isFree(start, path)) {
        addComplete(path, start, endPairs.arcs(start).to(path.node()), open);
      }
    }
    int from = inner.index(path.node());
    for (int hop = 0; hop < inner.hops(from); hop++) {
      addInner(path, inner.to(from, hop), inner.cost(from, hop), own, open);
    }
  }

  private void addInner(
      FoundPath path, int index, long cost, Set<Integer> own, PriorityQueue<FoundPath> open) {
    int length = path.hops() + 1;
    long rest = table.within(table.hops() - length, index);
    long bound = path.cost() + cost + rest;
    if (rest >= Costs.NONE || bound > limit) {
      return;
    }
    int node = inner.node(index);
    if (!own.contains(node) && !path.passes(node)) {
      open.add(
          new FoundPath(
              path, node, graph.id(node), path.cost() + cost, bound, length, path.target(), null));
    }
  }

  private void addComplete(FoundPath path, End start, long cost, PriorityQueue<FoundPath> open) {
    int length = path.hops() + 1;
    long total = path.cost() + cost + start.cost();
    if (cost < Costs.NONE && total <= limit && length <= table.hops()) {
      open.add(complete(path, path, start, total, length));
    }
  }

  private static FoundPath complete(
      @Nullable FoundPath after, FoundPath path, End start, long cost, int length) {
    return new FoundPath(after, start.node(), start.id(), cost, cost, length, path.target(), start);
  }

  private boolean isFree(End start, FoundPath path) {
    return nodesOfMember.getOrDefault(start.owner(), Set.of()).stream().noneMatch(path::passes);
  }

  private static int compareIds(FoundPath a, FoundPath b) {
    int byTarget = Integer.compare(a.target().owner(), b.target().owner());
    if (byTarget != 0) {
      return byTarget;
    }
    int byIds = a.compareIds(b);
    return byIds != 0 ? byIds : Integer.compare(member(a), member(b));
  }

  private static int member(FoundPath path) {
    End start = path.start();
    return start == null ? -1 : start.owner();
  }
}
