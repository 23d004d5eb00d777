package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;

/**
 * The exact probability that at least one of several chains holds, by factoring on the pair that
 * most chains share. Pairs that the very same chains share are one, and a chain that contains
 * another says nothing more than that.
 *
 * <p>A step takes O(n² · w) for n chains of w words of 64 pairs; there may be 2^s steps for s
 * shared pairs. So it is not begun with too many of these, and given up after some 10 ms.
 */
final class ChainFactoring {
  private static final int MAX_STEPS = 8_000;

  private final List<Double> probabilities = new ArrayList<>();
  private final List<long[]> chains = new ArrayList<>();
  private int shared;
  private int steps;

  /**
   * Of these chains.
   *
   * @param of each given by the keys of its pairs
   * @param probability that the pair of some key holds
   */
  ChainFactoring(List<Set<Integer>> of, IntToDoubleFunction probability) {
    Map<Integer, BitSet> chainsOf = new TreeMap<>();
    for (int chain = 0; chain < of.size(); chain++) {
      for (int pair : of.get(chain)) {
        chainsOf.computeIfAbsent(pair, key -> new BitSet()).set(chain);
      }
    }
    Map<BitSet, Double> together = new LinkedHashMap<>();
    chainsOf.forEach(
        (pair, on) -> {
          double p = probability.applyAsDouble(pair);
          if (p < 1) {
            together.merge(on, p, (a, b) -> a * b);
          }
        });
    int words = (together.size() + Long.SIZE - 1) / Long.SIZE;
    of.forEach(each -> chains.add(new long[words]));
    together.forEach(
        (on, p) -> {
          int pair = probabilities.size();
          probabilities.add(p);
          shared += on.cardinality() > 1 ? 1 : 0;
          on.stream().forEach(chain -> chains.get(chain)[pair >> 6] |= 1L << pair);
        });
  }

  /**
   * The probability; NaN where it takes too long.
   *
   * @param exactPairs with more shared pairs than these it is not begun
   */
  double solve(int exactPairs) {
    return shared > exactPairs ? Double.NaN : solve(least(chains));
  }

  private double solve(List<long[]> of) {
    if (++steps > MAX_STEPS) {
      return Double.NaN;
    }
    int pivot = mostShared(of);
    if (pivot < 0) {
      return disjoint(of);
    }
    List<long[]> held = new ArrayList<>();
    List<long[]> failed = new ArrayList<>();
    for (long[] chain : of) {
      if (holds(chain, pivot)) {
        long[] rest = chain.clone();
        rest[pivot >> 6] &= ~(1L << pivot);
        held.add(rest);
      } else {
        failed.add(chain);
      }
    }
    int shorter = held.size();
    for (long[] chain : failed) {
      if (held.subList(0, shorter).stream().noneMatch(other -> contains(chain, other))) {
        held.add(chain);
      }
    }
    double p = probabilities.get(pivot);
    return p * solve(held) + (1 - p) * solve(failed);
  }

  /** Without the chains that contain another; of equal ones the first stays. */
  private static List<long[]> least(List<long[]> of) {
    List<long[]> least = new ArrayList<>();
    for (long[] chain : of) {
      if (least.stream().noneMatch(other -> contains(chain, other))) {
        least.removeIf(other -> contains(other, chain));
        least.add(chain);
      }
    }
    return least;
  }

  private static boolean contains(long[] chain, long[] other) {
    for (int word = 0; word < chain.length; word++) {
      if ((other[word] & ~chain[word]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** The first of those that most chains share; -1 where none is shared. */
  private int mostShared(List<long[]> of) {
    int[] counts = new int[probabilities.size()];
    int most = -1;
    for (long[] chain : of) {
      for (int word = 0; word < chain.length; word++) {
        for (long rest = chain[word]; rest != 0; rest &= rest - 1) {
          counts[word * Long.SIZE + Long.numberOfTrailingZeros(rest)]++;
        }
      }
    }
    for (int pair = 0; pair < counts.length; pair++) {
      if (counts[pair] > (most < 0 ? 1 : counts[most])) {
        most = pair;
      }
    }
    return most;
  }

  private double disjoint(List<long[]> of) {
    double noneHolds = 1;
    for (long[] chain : of) {
      double all = 1;
      for (int pair = 0; pair < probabilities.size(); pair++) {
        all *= holds(chain, pair) ? probabilities.get(pair) : 1;
      }
      noneHolds *= 1 - all;
    }
    return 1 - noneHolds;
  }

  private static boolean holds(long[] chain, int pair) {
    return (chain[pair >> 6] >>> pair & 1) == 1;
  }
}
