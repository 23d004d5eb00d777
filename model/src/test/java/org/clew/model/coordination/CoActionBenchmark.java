package org.clew.model.coordination;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.IntSupplier;

/** Prints how long detection takes on generated rows; run by hand, never by the build. */
public final class CoActionBenchmark {
  private CoActionBenchmark() {}

  /** Takes the largest window for URLs (60 unless told) and the number of URL rows (2,400,000). */
  public static void main(String[] arguments) {
    long largest = arguments.length > 0 ? Long.parseLong(arguments[0]) : 60;
    Observations urls = urls(arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_400_000);
    Observations hashtag = hashtag(38_000);
    for (int threads = 1; threads <= 2; threads++) {
      for (long window = 60; window <= largest; window *= 60) {
        for (WeightMode mode : WeightMode.values()) {
          coAction("urls", urls, CoActionParameters.of(mode, window), threads);
        }
      }
      coAction("hashtag", hashtag, CoActionParameters.of(WeightMode.ARTIFACTS, 3600), threads);
      significance(urls, threads);
    }
  }

  private static void coAction(
      String name, Observations observations, CoActionParameters parameters, int threads) {
    String what =
        String.format(
            Locale.ROOT,
            "%s rows=%d mode=%s window=%d threads=%d pairs=%d",
            name,
            observations.size(),
            parameters.mode(),
            parameters.windowSeconds(),
            threads,
            pairs(observations, parameters.windowSeconds()));
    report(what, 5, () -> CoAction.detect(observations, parameters, threads).edges().size());
  }

  private static void significance(Observations observations, int threads) {
    SignificanceParameters parameters =
        new SignificanceParameters(60, 86_400, 2, 2, 10, 1, 0.01, 0);
    report(
        "significance rows=" + observations.size() + " permutations=10 threads=" + threads,
        2,
        () ->
            Significance.test(observations, parameters, threads, Progress.NONE)
                .tested()
                .edges()
                .size());
  }

  /** Wall-clock and processor time of the quickest run. */
  private static void report(String what, int runs, IntSupplier work) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long wall = Long.MAX_VALUE;
    long processor = Long.MAX_VALUE;
    int edges = 0;
    for (int run = 0; run < runs; run++) {
      long start = System.nanoTime();
      long used = system.getProcessCpuTime();
      edges = work.getAsInt();
      wall = Math.min(wall, System.nanoTime() - start);
      processor = Math.min(processor, system.getProcessCpuTime() - used);
    }
    System.out.printf(
        Locale.ROOT,
        "%s edges=%d wall=%.2fs cpu=%.2fs%n",
        what,
        edges,
        wall / 1e9,
        processor / 1e9);
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
