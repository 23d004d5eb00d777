package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
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
  private final InnerGraph inner = new InnerGraph();
  private final List<End> starts = new ArrayList<>();
  private final List<End> targets = new ArrayList<>();
  private final Side forward = new Side(inner);
  private final Side backward = new Side(inner);
  private boolean complete;

  /** How far one side has come. */
  private static final class Side {
    final Depths depths;
    int[] frontier = {};
    int levels;

    Side(InnerGraph inner) {
      this.depths = new Depths(inner);
    }
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

  /** What was met, and the hops between. */
  InnerGraph inner() {
    return inner;
  }

  /** Fewest hops from a start to a node that was met. */
  Depths fromStarts() {
    return forward.depths;
  }

  /** Fewest hops from a node that was met to a target. */
  Depths toTargets() {
    return backward.depths;
  }

  /** The starts that were read: all of them unless the budget was too small. */
  List<End> starts() {
    return starts;
  }

  /** The targets that were read. */
  List<End> targets() {
    return targets;
  }

  /** Reads one more level of the cheaper side; does nothing when there is no more or no budget. */
  void deepen() {
    complete = complete || forward.frontier.length == 0 || backward.frontier.length == 0;
    if (!complete) {
      deepen(forward.frontier.length <= backward.frontier.length ? forward : backward);
      complete = forward.frontier.length == 0 || backward.frontier.length == 0;
    }
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
    IntStream.Builder next = IntStream.builder();
    // An end may also be passed through on the way from or to another one.
    for (int node : nodes) {
      int index = inner.meet(node);
      side.depths.note(index, 0);
      next.add(index);
    }
    for (End end : ends) {
      if (!budget.allowsTime()) {
        break;
      }
      meet(neighbourhood.arcs(end.node(), end.window()), side, next);
      read.add(end);
    }
    side.frontier = passable(next.build().toArray());
    expandRead(read);
  }

  /** What was read of an end that always was its owner's is all there is to read of the node. */
  private void expandRead(List<End> ends) {
    for (End end : ends) {
      int index = inner.index(end.node());
      if (end.window().equals(DaySpan.UNKNOWN) && inner.isPassable(index)) {
        inner.expand(index, neighbourhood.arcs(end.node(), DaySpan.UNKNOWN));
      }
    }
  }

  private void deepen(Side side) {
    IntStream.Builder next = IntStream.builder();
    int[] level = side.frontier;
    side.levels++;
    for (int from = 0; from < level.length; from += CHUNK) {
      int[] chunk = Arrays.copyOfRange(level, from, Math.min(level.length, from + CHUNK));
      if (!budget.allowsNodes(chunk.length)) {
        break;
      }
      neighbourhood.prepareHops(Arrays.stream(chunk).map(inner::node).toArray());
      for (int index : chunk) {
        Arcs arcs = neighbourhood.arcs(inner.node(index), DaySpan.UNKNOWN);
        inner.expand(index, arcs);
        meet(arcs, side, next);
      }
    }
    side.frontier = passable(next.build().toArray());
  }

  private void meet(Arcs arcs, Side side, IntStream.Builder next) {
    for (int i = 0; i < arcs.size(); i++) {
      int index = inner.meet(arcs.node(i));
      if (side.depths.note(index, side.levels + 1)) {
        next.add(index);
      }
    }
  }

  /** Those of the nodes of these indexes that chains may pass through, by ascending number. */
  private int[] passable(int[] indexes) {
    neighbourhood.measure(Arrays.stream(indexes).map(inner::node).toArray());
    for (int index : indexes) {
      if (neighbourhood.isPassable(inner.node(index))) {
        inner.open(index);
      }
    }
    return Arrays.stream(indexes)
        .filter(inner::isPassable)
        .map(inner::node)
        .sorted()
        .map(inner::index)
        .toArray();
  }
}
