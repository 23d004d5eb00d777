package org.clew.model.attribution;

import java.util.List;

/** Reliability by simulation, 64 samples at a time. */
final class Simulation {
  private static final double NORMAL_95 = 1.959963984540054;

  private final int nodes;
  private final int source;
  private final int target;
  private final Draws draws;

  Simulation(int nodes, int source, int target, Draws draws) {
    this.nodes = nodes;
    this.source = source;
    this.target = target;
    this.draws = draws;
  }

  Reliability of(List<Reliability.Edge> edges) {
    List<long[]> holds = edges.stream().map(draws::of).toList();
    long joined = 0;
    for (int word = 0; word < draws.words(); word++) {
      joined += Long.bitCount(reached(edges, holds, word));
    }
    return estimate(joined, draws);
  }

  /** The part of all samples in which the two were joined. */
  static Reliability estimate(long joined, Draws draws) {
    double samples = (double) draws.words() * Long.SIZE;
    double value = joined / samples;
    double spread = Math.sqrt(Math.max(value * (1 - value), 1 / samples) / samples);
    return new Reliability(value, NORMAL_95 * spread);
  }

  private long reached(List<Reliability.Edge> edges, List<long[]> holds, int word) {
    long[] reached = new long[nodes];
    reached[source] = -1;
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < edges.size(); i++) {
        Reliability.Edge edge = edges.get(i);
        long either = (reached[edge.from()] | reached[edge.to()]) & holds.get(i)[word];
        changed |= (either & ~(reached[edge.from()] & reached[edge.to()])) != 0;
        reached[edge.from()] |= either;
        reached[edge.to()] |= either;
      }
    }
    return reached[target];
  }
}
