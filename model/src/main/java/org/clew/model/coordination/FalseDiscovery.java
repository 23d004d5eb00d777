package org.clew.model.coordination;

import java.util.Arrays;

/** From p to q, and the stricter rule it is compared with. */
final class FalseDiscovery {
  private FalseDiscovery() {}

  /**
   * q of each distinct p: the mean number of null edges up to it over the number of observed ones,
   * and never above the q of a larger p.
   *
   * @param distinct the distinct observed p, ascending
   * @param observed how many observed edges have each
   * @param inNull how many edges of all permutations have a p above the last and up to each
   */
  static double[] q(double[] distinct, long[] observed, long[] inNull, int permutations) {
    double[] q = new double[distinct.length];
    long observedUpTo = 0;
    long nullUpTo = 0;
    for (int i = 0; i < q.length; i++) {
      observedUpTo += observed[i];
      nullUpTo += inNull[i];
      q[i] = Math.min(1, (double) nullUpTo / permutations / observedUpTo);
    }
    for (int i = q.length - 2; i >= 0; i--) {
      q[i] = Math.min(q[i], q[i + 1]);
    }
    return q;
  }

  /** How many edges Benjamini and Hochberg (1995) would keep among all pairs of accounts. */
  static int benjaminiHochberg(double[] p, double level, double pairs) {
    double[] sorted = p.clone();
    Arrays.sort(sorted);
    for (int rank = sorted.length; rank > 0; rank--) {
      if (sorted[rank - 1] <= level * rank / pairs) {
        return rank;
      }
    }
    return 0;
  }
}
