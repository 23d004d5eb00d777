package org.clew.model.coordination;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * For each two bins b ≤ c that share acts in a window: how many artifacts have how many such pairs
 * of acts, as a histogram, and the factor that turns a product of two accounts' acts into the
 * chance that one pair of acts is theirs.
 */
final class BinPairs {
  final int[] low;
  final int[] high;
  final double[] scale;
  private final double[][] pairs;
  private final double[][] artifacts;
  final int[] sameBin;
  final Grouping byLow;
  final Grouping byHigh;

  private BinPairs(Map<Long, Map<Long, Integer>> histograms, Acts acts) {
    int size = histograms.size();
    int bins = acts.byBin.groups();
    low = new int[size];
    high = new int[size];
    scale = new double[size];
    pairs = new double[size][];
    artifacts = new double[size][];
    sameBin = new int[bins];
    Arrays.fill(sameBin, -1);
    int cell = 0;
    for (Map.Entry<Long, Map<Long, Integer>> entry : histograms.entrySet()) {
      low[cell] = (int) (entry.getKey() >>> Integer.SIZE);
      high[cell] = entry.getKey().intValue();
      pairs[cell] = entry.getValue().keySet().stream().mapToDouble(Long::doubleValue).toArray();
      artifacts[cell] =
          entry.getValue().values().stream().mapToDouble(Integer::doubleValue).toArray();
      double size1 = acts.byBin.size(low[cell]);
      double size2 = acts.byBin.size(high[cell]);
      if (low[cell] == high[cell]) {
        sameBin[low[cell]] = cell;
        scale[cell] = 2 / (size1 * (size1 - 1));
      } else {
        scale[cell] = 1 / (size1 * size2);
      }
      cell++;
    }
    byLow = Grouping.of(low, bins);
    byHigh = Grouping.of(high, bins);
  }

  static BinPairs of(Acts acts) {
    Map<Long, Map<Long, Integer>> histograms = new TreeMap<>();
    int[] runEnd = runEnds(acts);
    int begin = 0;
    while (begin < acts.size()) {
      addRun(acts, runEnd, begin, histograms);
      begin = runEnd[begin];
    }
    return new BinPairs(histograms, acts);
  }

  /** Σ over the histogram of 1 − exp(−r·N), where r is the product times the scale. */
  double expected(int cell, long product) {
    double rate = product * scale[cell];
    double sum = 0;
    for (int i = 0; i < pairs[cell].length; i++) {
      sum -= artifacts[cell][i] * StrictMath.expm1(-rate * pairs[cell][i]);
    }
    return sum;
  }

  /** Adds the pairs that begin in one run of acts of one artifact and bin. */
  private static void addRun(
      Acts acts, int[] runEnd, int begin, Map<Long, Map<Long, Integer>> histograms) {
    Map<Integer, Long> pairsByBin = new TreeMap<>();
    for (int act = begin; act < runEnd[begin]; act++) {
      int end = acts.timeline.windowEnd[act];
      int other = act + 1;
      while (other < end) {
        int runStop = Math.min(end, runEnd[other]);
        pairsByBin.merge(acts.bin[other], (long) (runStop - other), Long::sum);
        other = runStop;
      }
    }
    long lowKey = (long) acts.bin[begin] << Integer.SIZE;
    pairsByBin.forEach(
        (bin, count) ->
            histograms
                .computeIfAbsent(lowKey | bin, unseen -> new TreeMap<>())
                .merge(count, 1, Integer::sum));
  }

  /** For each act, where the run of acts of its artifact and bin ends. */
  private static int[] runEnds(Acts acts) {
    int[] runEnd = new int[acts.size()];
    for (int act = acts.size() - 1; act >= 0; act--) {
      boolean last =
          act + 1 == acts.size()
              || acts.bin[act] != acts.bin[act + 1]
              || acts.timeline.artifact[act] != acts.timeline.artifact[act + 1];
      runEnd[act] = last ? act + 1 : runEnd[act + 1];
    }
    return runEnd;
  }
}
