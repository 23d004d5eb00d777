package org.clew.model.attribution;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The probability that at least one of several chains holds, each a set of pairs that hold or fail
 * on their own. It stands for two-terminal reliability where pairs that meet in one entity do not
 * all go together, so that a way over pairs of two chains may be none. Exact by factoring;
 * simulated, in time linear in samples and in the pairs of all chains, where that takes too long.
 */
final class AnyChain {
  private final Map<Integer, Reliability.Edge> pairs;
  private final int exactPairs;
  private final Draws draws;

  /**
   * Over these pairs.
   *
   * @param pairs by their keys
   * @param exactPairs with more pairs than these that chains share it is simulated
   * @param draws the numbers of a simulation
   */
  AnyChain(Map<Integer, Reliability.Edge> pairs, int exactPairs, Draws draws) {
    this.pairs = pairs;
    this.exactPairs = exactPairs;
    this.draws = draws;
  }

  /** That one of these chains holds, each given by the keys of its pairs. */
  Reliability of(List<Set<Integer>> chains) {
    double exact = new ChainFactoring(chains, pair -> pair(pair).probability()).solve(exactPairs);
    return Double.isNaN(exact) ? simulated(chains) : new Reliability(exact, 0);
  }

  /** The same by simulation. */
  Reliability simulated(List<Set<Integer>> chains) {
    List<List<long[]>> holds =
        chains.stream()
            .map(chain -> chain.stream().map(pair -> draws.of(pair(pair))).toList())
            .toList();
    long joined = 0;
    for (int word = 0; word < draws.words(); word++) {
      long any = 0;
      for (List<long[]> chain : holds) {
        long all = -1;
        for (long[] pair : chain) {
          all &= pair[word];
        }
        any |= all;
      }
      joined += Long.bitCount(any);
    }
    return Simulation.estimate(joined, draws);
  }

  private Reliability.Edge pair(int key) {
    return Objects.requireNonNull(pairs.get(key));
  }
}
