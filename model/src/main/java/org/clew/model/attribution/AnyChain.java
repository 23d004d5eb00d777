package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/**
 * The probability that at least one of several chains holds, each a set of pairs that hold or fail
 * on their own. It stands for two-terminal reliability where pairs that meet in one entity do not
 * all go together, so that a way over pairs of two chains may be none. Exact by factoring on the
 * pair that most chains share; simulated where that takes too many steps.
 */
final class AnyChain {
  private static final int MAX_STEPS = 50_000;

  private final Map<Integer, Reliability.Edge> pairs;
  private final Draws draws;
  private int steps;

  /**
   * Over these pairs.
   *
   * @param pairs by their keys
   */
  AnyChain(Map<Integer, Reliability.Edge> pairs, Draws draws) {
    this.pairs = pairs;
    this.draws = draws;
  }

  /** That one of these chains holds, each given by the keys of its pairs. */
  Reliability of(List<Set<Integer>> chains) {
    double exact = exact(chains);
    return Double.isNaN(exact) ? simulated(chains) : new Reliability(exact, 0);
  }

  private double exact(List<Set<Integer>> chains) {
    if (++steps > MAX_STEPS) {
      return Double.NaN;
    }
    if (chains.stream().anyMatch(Set::isEmpty)) {
      return 1;
    }
    Map<Integer, Integer> shared = new TreeMap<>();
    chains.forEach(chain -> chain.forEach(pair -> shared.merge(pair, 1, Integer::sum)));
    int pivot = -1;
    int most = 1;
    for (Map.Entry<Integer, Integer> each : shared.entrySet()) {
      if (each.getValue() > most) {
        pivot = each.getKey();
        most = each.getValue();
      }
    }
    if (most == 1) {
      return disjoint(chains);
    }
    List<Set<Integer>> held = new ArrayList<>();
    List<Set<Integer>> failed = new ArrayList<>();
    for (Set<Integer> chain : chains) {
      Set<Integer> rest = new HashSet<>(chain);
      (rest.remove(pivot) ? held : failed).add(rest);
    }
    held.addAll(failed);
    double p = probability(pivot);
    return p * exact(held) + (1 - p) * exact(failed);
  }

  private double disjoint(List<Set<Integer>> chains) {
    double noneHolds = 1;
    for (Set<Integer> chain : chains) {
      noneHolds *=
          1 - chain.stream().sorted().mapToDouble(this::probability).reduce(1, (a, b) -> a * b);
    }
    return 1 - noneHolds;
  }

  private double probability(int pair) {
    return pair(pair).probability();
  }

  private Reliability.Edge pair(int key) {
    return Objects.requireNonNull(pairs.get(key));
  }

  private Reliability simulated(List<Set<Integer>> chains) {
    long joined = 0;
    for (int word = 0; word < draws.words(); word++) {
      long any = 0;
      for (Set<Integer> chain : chains) {
        long all = -1;
        for (int pair : chain) {
          all &= draws.of(pair(pair))[word];
        }
        any |= all;
      }
      joined += Long.bitCount(any);
    }
    return Simulation.estimate(joined, draws);
  }
}
