package org.clew.model.coordination;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Tests whether accounts share more artifacts than chance brings.
 *
 * <p>The null model permutes account labels among the acts of each bin. Under it two accounts share
 * about Poisson(λ) artifacts, where λ sums 1 − exp(−r·N) over artifacts and pairs of bins, N being
 * the pairs of acts within the window and r the chance that one of them is theirs. q compares the
 * number of edges up to each p with that in seeded permutations. O(n + W) for each permutation of n
 * acts with W pairs in the window; acts that are alone in their window cost next to nothing.
 */
public final class Significance {
  private Significance() {}

  /**
   * Tests all pairs of accounts with enough artifacts in common.
   *
   * @param observations acts on artifacts of one kind, in any order
   * @param parameters window, bins, permutations and limits
   * @param threads how many threads to use; the result is the same for any number
   * @param progress told after each permutation
   */
  public static SignificanceResult test(
      Observations observations,
      SignificanceParameters parameters,
      int threads,
      Progress progress) {
    RowSelection selection =
        RowSelection.of(
            observations, parameters.minParticipation(), parameters.maxRowsPerArtifact());
    Acts acts = Acts.of(observations, selection.rows, parameters);
    BinPairs binPairs = BinPairs.of(acts);
    Activity activity = Activity.of(acts);
    EdgeBuffer found = observed(acts, parameters, binPairs, activity, threads);
    double[] p = found.values[SharedByChanceScan.P];
    double[] distinct = Arrays.stream(p).sorted().distinct().toArray();
    long[] inNull = inNull(acts, parameters, binPairs, activity, distinct, threads, progress);
    double[] qOfDistinct =
        FalseDiscovery.q(distinct, countEach(p, distinct), inNull, parameters.permutations());
    double[] q = new double[p.length];
    Arrays.setAll(q, edge -> qOfDistinct[Arrays.binarySearch(distinct, p[edge])]);
    TestedEdges tested =
        new TestedEdges(
            found.edges(SharedByChanceScan.SHARED),
            found.values[SharedByChanceScan.EXPECTED],
            p,
            q);
    int accounts = activeAccounts(activity);
    return new SignificanceResult(
        parameters,
        tested,
        tested.upTo(parameters.maxQ()),
        accounts,
        acts.size(),
        FalseDiscovery.benjaminiHochberg(p, parameters.maxQ(), accounts * (accounts - 1.0) / 2),
        selection.capped);
  }

  private static EdgeBuffer observed(
      Acts acts,
      SignificanceParameters parameters,
      BinPairs binPairs,
      Activity activity,
      int threads) {
    int[] account = acts.crowded.account;
    Grouping byAccount = Grouping.of(account, acts.accounts);
    return AccountScan.all(
        acts.crowded,
        byAccount,
        SharedByChanceScan.COLUMNS,
        threads,
        () ->
            new SharedByChanceScan(
                new SharedArtifactScan(acts.crowded, account, byAccount, parameters.minShared()),
                new ChanceModel(binPairs, activity)));
  }

  private static long[] inNull(
      Acts acts,
      SignificanceParameters parameters,
      BinPairs binPairs,
      Activity activity,
      double[] distinct,
      int threads,
      Progress progress) {
    int permutations = parameters.permutations();
    SplittableRandom seeds = new SplittableRandom(parameters.seed());
    long[] seedOf = seeds.longs(permutations).toArray();
    long[] totals = new long[distinct.length];
    int[] done = new int[1];
    Parallel.run(
        permutations,
        threads,
        () ->
            new NullEdges(
                acts, parameters.minShared(), new ChanceModel(binPairs, activity), distinct),
        (scratch, number) -> {
          int[] counts = scratch.count(seedOf[number]);
          synchronized (totals) {
            for (int i = 0; i < counts.length; i++) {
              totals[i] += counts[i];
            }
            progress.report(++done[0], permutations);
          }
          return number;
        });
    return totals;
  }

  private static long[] countEach(double[] p, double[] distinct) {
    long[] counts = new long[distinct.length];
    for (double value : p) {
      counts[Arrays.binarySearch(distinct, value)]++;
    }
    return counts;
  }

  private static int activeAccounts(Activity activity) {
    int active = 0;
    for (int account = 0; account + 1 < activity.start.length; account++) {
      active += activity.start[account + 1] > activity.start[account] ? 1 : 0;
    }
    return active;
  }
}
