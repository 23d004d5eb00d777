package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.evidence.DaySpan;

/**
 * Reads the graph from both ends, one hop at a time, the smaller frontier first. The ends are
 * always expanded, whatever their degree; other nodes only below the ceiling.
 *
 * <p>With the ends and f levels after the starts and b levels before the targets expanded, all
 * chains of up to f + b + 2 hops are known: each of their inner hops leaves a node of one of the
 * levels.
 */
final class Exploration {
  private static final int CHUNK = 2000;

  private final Neighbourhood neighbourhood;
  private final Budget budget;
  private final List<End> starts = new ArrayList<>();
  private final List<End> targets = new ArrayList<>();
  private final Side forward = new Side();
  private final Side backward = new Side();
  private final Map<Integer, Arcs> expanded = new HashMap<>();
  private boolean complete;

  /** How far one side has come. */
  private static final class Side {
    final Map<Integer, Integer> depth = new HashMap<>();
    Set<Integer> frontier = new TreeSet<>();
    int levels;
  }

  Exploration(Neighbourhood neighbourhood, Budget budget, List<End> starts, List<End> targets) {
    this.neighbourhood = neighbourhood;
    this.budget = budget;
    expandEnds(starts, forward, this.starts);
    expandEnds(targets, backward, this.targets);
  }

  /** The most hops of which all chains are known. */
  int hops() {
    return complete ? Integer.MAX_VALUE : forward.levels + backward.levels + 2;
  }

  /** Levels expanded after the starts. */
  int forwardLevels() {
    return forward.levels;
  }

  /** Levels expanded before the targets. */
  int backwardLevels() {
    return backward.levels;
  }

  /** The hops of every expanded inner node. */
  Map<Integer, Arcs> expanded() {
    return expanded;
  }

  /** Fewest hops from a start to a node that was met. */
  Map<Integer, Integer> fromStarts() {
    return forward.depth;
  }

  /** Fewest hops from a node that was met to a target. */
  Map<Integer, Integer> toTargets() {
    return backward.depth;
  }

  /** Reads one more level of the cheaper side; does nothing when there is no more or no budget. */
  void deepen() {
    if (forward.frontier.isEmpty() || backward.frontier.isEmpty()) {
      complete = true;
      return;
    }
    deepen(forward.frontier.size() <= backward.frontier.size() ? forward : backward);
    complete = complete || forward.frontier.isEmpty() || backward.frontier.isEmpty();
  }

  private void expandEnds(List<End> ends, Side side, List<End> read) {
    int[] nodes = ends.stream().mapToInt(End::node).distinct().toArray();
    for (int from = 0; from < nodes.length; from += CHUNK) {
      int[] chunk = Arrays.copyOfRange(nodes, from, Math.min(nodes.length, from + CHUNK));
      if (!budget.allowsNodes(chunk.length)) {
        return;
      }
      neighbourhood.prepareHops(chunk);
    }
    ends.forEach(end -> side.depth.put(end.node(), 0));
    Set<Integer> next = new HashSet<>();
    for (End end : ends) {
      if (!budget.allowsTime()) {
        return;
      }
      meet(neighbourhood.arcs(end.node(), end.window()), side, next);
      read.add(end);
    }
    // An end may also be passed through on the way from or to another one.
    ends.forEach(end -> next.add(end.node()));
    side.frontier = passable(next);
  }

  private void deepen(Side side) {
    Set<Integer> next = new HashSet<>();
    int[] nodes = side.frontier.stream().mapToInt(Integer::intValue).toArray();
    side.levels++;
    for (int from = 0; from < nodes.length; from += CHUNK) {
      int[] chunk = Arrays.copyOfRange(nodes, from, Math.min(nodes.length, from + CHUNK));
      if (!budget.allowsNodes(chunk.length)) {
        return;
      }
      neighbourhood.prepareHops(chunk);
      for (int node : chunk) {
        Arcs arcs = neighbourhood.arcs(node, DaySpan.UNKNOWN);
        expanded.put(node, arcs);
        meet(arcs, side, next);
      }
    }
    side.frontier = passable(next);
  }

  private void meet(Arcs arcs, Side side, Collection<Integer> next) {
    for (int i = 0; i < arcs.size(); i++) {
      int node = arcs.node(i);
      if (side.depth.putIfAbsent(node, side.levels + 1) == null) {
        next.add(node);
      }
    }
  }

  private Set<Integer> passable(Set<Integer> nodes) {
    neighbourhood.measure(nodes);
    Set<Integer> passable = new TreeSet<>(nodes);
    passable.removeIf(node -> !neighbourhood.isPassable(node));
    return passable;
  }

  /** The starts that were read: all of them unless the budget was too small. */
  List<End> starts() {
    return starts;
  }

  /** The targets that were read. */
  List<End> targets() {
    return targets;
  }
}
