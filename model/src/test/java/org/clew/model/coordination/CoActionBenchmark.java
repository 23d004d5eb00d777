package org.clew.model.coordination;

import java.util.Locale;
import java.util.SplittableRandom;

/** Prints how long detection takes on generated rows; run by hand, never by the build. */
public final class CoActionBenchmark {
  private CoActionBenchmark() {}

  /** Takes the number of URL rows, 2,400,000 unless told. */
  public static void main(String[] arguments) {
    int rows = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_400_000;
    Observations urls = urls(rows);
    for (long window : new long[] {60, 3600}) {
      for (WeightMode mode : WeightMode.values()) {
        for (int threads = 1; threads <= 2; threads++) {
          report("urls", urls, CoActionParameters.of(mode, window), threads);
        }
      }
    }
    for (int threads = 1; threads <= 2; threads++) {
      long start = System.nanoTime();
      SignificanceResult result =
          Significance.test(urls, SignificanceParameters.windowed(60), threads, Progress.NONE);
      System.out.printf(
          Locale.ROOT,
          "significance rows=%d window=60 permutations=100 threads=%d tested=%d kept=%d %.1fs%n",
          urls.size(),
          threads,
          result.tested().edges().size(),
          result.kept().edges().size(),
          (System.nanoTime() - start) / 1e9);
    }
    Observations hashtag = hashtag(38_000);
    for (int threads = 1; threads <= 2; threads++) {
      report("hashtag", hashtag, CoActionParameters.of(WeightMode.ARTIFACTS, 3600), threads);
    }
  }

  private static void report(
      String name, Observations observations, CoActionParameters parameters, int threads) {
    long best = Long.MAX_VALUE;
    int edges = 0;
    for (int run = 0; run < 4; run++) {
      long start = System.nanoTime();
      edges = CoAction.detect(observations, parameters, threads).edges().size();
      best = Math.min(best, System.nanoTime() - start);
    }
    System.out.printf(
        Locale.ROOT,
        "%s rows=%d mode=%s window=%d threads=%d edges=%d pairs=%d best=%.3fs%n",
        name,
        observations.size(),
        parameters.mode(),
        parameters.windowSeconds(),
        threads,
        edges,
        pairs(observations, parameters.windowSeconds()),
        best / 1e9);
  }

  private static long pairs(Observations observations, long window) {
    Timeline timeline =
        Timeline.of(observations, Rows.where(observations.size(), row -> true), window);
    long pairs = 0;
    for (int row = 0; row < timeline.size(); row++) {
      pairs += timeline.windowEnd[row] - row - 1;
    }
    return pairs;
  }

  /** Popularity of URLs and activity of accounts are heavy-tailed; a year of acts in bursts. */
  private static Observations urls(int rows) {
    SplittableRandom random = new SplittableRandom(7);
    int accounts = 200_000;
    int artifacts = 600_000;
    long[] birth = random.longs(artifacts, 0, 365L * 86_400).toArray();
    Observations.Builder builder = Observations.builder();
    for (int row = 0; row < rows; row++) {
      int artifact = skewed(random, artifacts);
      long age = (long) (-Math.log(1 - random.nextDouble()) * 2 * 86_400);
      builder.add(skewed(random, accounts), artifact, birth[artifact] + age, row);
    }
    return builder.build();
  }

  /** One hashtag used by as many accounts within a third of a day, and a second one beside it. */
  private static Observations hashtag(int uses) {
    SplittableRandom random = new SplittableRandom(8);
    Observations.Builder builder = Observations.builder();
    for (int use = 0; use < uses; use++) {
      builder.add(use, 0, random.nextInt(50_000), 2 * use);
      builder.add(use, 1 + use / 2, random.nextInt(50_000), 2 * use + 1);
    }
    return builder.build();
  }

  private static int skewed(SplittableRandom random, int size) {
    return (int) (size * Math.pow(random.nextDouble(), 3));
  }
}
