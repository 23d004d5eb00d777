package org.clew.benchmarks.trace;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntSupplier;

/**
 * How long one question took when it was asked again and again.
 *
 * @param millis of each time it was asked, ascending
 * @param found what was found altogether
 */
record Timings(double[] millis, long found) {
  private static final double NANOS_A_MILLI = 1e6;

  /** Asks so often unmeasured, and as often as that measured. */
  static Timings of(int warmUps, int rounds, IntSupplier question) {
    for (int i = 0; i < warmUps; i++) {
      question.getAsInt();
    }
    double[] millis = new double[rounds];
    long found = 0;
    for (int i = 0; i < rounds; i++) {
      long start = System.nanoTime();
      found += question.getAsInt();
      millis[i] = (System.nanoTime() - start) / NANOS_A_MILLI;
    }
    Arrays.sort(millis);
    return new Timings(millis, found);
  }

  /** Median, 95th percentile and mean number of findings, as a sentence's part. */
  String sentence() {
    return String.format(
        Locale.ROOT,
        "p50 %.0f ms, p95 %.0f ms, %.1f found",
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.95)],
        (double) found / millis.length);
  }
}
