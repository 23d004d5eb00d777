package org.clew.model.coordination;

/**
 * λ of a pair of accounts: how many artifacts they are expected to share by chance. Remembers
 * values it has computed, so each thread has its own.
 */
final class ChanceModel {
  private static final int MEMORY_BITS = 16;

  private final BinPairs binPairs;
  private final Activity activity;
  private final int[] first;
  private final int[] second;
  private int firstAccount = -1;
  private final int[] rememberedCell = new int[1 << MEMORY_BITS];
  private final long[] rememberedProduct = new long[1 << MEMORY_BITS];
  private final double[] remembered = new double[1 << MEMORY_BITS];

  ChanceModel(BinPairs binPairs, Activity activity) {
    this.binPairs = binPairs;
    this.activity = activity;
    this.first = new int[binPairs.sameBin.length];
    this.second = new int[binPairs.sameBin.length];
  }

  /** λ of two accounts; quick when the first stays the same from call to call. */
  double expected(int one, int two) {
    if (one != firstAccount) {
      spread(firstAccount, first, false);
      spread(one, first, true);
      firstAccount = one;
    }
    spread(two, second, true);
    double sum = 0;
    for (int k = activity.start[two]; k < activity.start[two + 1]; k++) {
      sum += expectedAround(activity.bin[k], activity.acts[k]);
    }
    spread(two, second, false);
    return sum;
  }

  private double expectedAround(int bin, int acts) {
    double sum = 0;
    int same = binPairs.sameBin[bin];
    if (same >= 0) {
      sum += term(same, (long) first[bin] * acts);
    }
    for (int k = binPairs.byLow.start[bin]; k < binPairs.byLow.start[bin + 1]; k++) {
      int cell = binPairs.byLow.member[k];
      int later = binPairs.high[cell];
      if (later != bin) {
        sum += term(cell, (long) first[bin] * second[later] + (long) first[later] * acts);
      }
    }
    for (int k = binPairs.byHigh.start[bin]; k < binPairs.byHigh.start[bin + 1]; k++) {
      int cell = binPairs.byHigh.member[k];
      int earlier = binPairs.low[cell];
      if (earlier != bin && second[earlier] == 0) {
        sum += term(cell, (long) first[earlier] * acts);
      }
    }
    return sum;
  }

  private double term(int cell, long product) {
    if (product == 0) {
      return 0;
    }
    int slot = (int) (((product * 31 + cell) * 0x9E3779B97F4A7C15L) >>> (Long.SIZE - MEMORY_BITS));
    if (rememberedProduct[slot] != product || rememberedCell[slot] != cell) {
      rememberedProduct[slot] = product;
      rememberedCell[slot] = cell;
      remembered[slot] = binPairs.expected(cell, product);
    }
    return remembered[slot];
  }

  private void spread(int account, int[] target, boolean fill) {
    if (account >= 0) {
      for (int k = activity.start[account]; k < activity.start[account + 1]; k++) {
        target[activity.bin[k]] = fill ? activity.acts[k] : 0;
      }
    }
  }
}
