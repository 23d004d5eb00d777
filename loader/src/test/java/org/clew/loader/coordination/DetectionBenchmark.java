package org.clew.loader.coordination;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.clew.loader.observation.LoadRequest;
import org.clew.loader.observation.LoadWriter;
import org.clew.loader.observation.LoadedFile;
import org.clew.loader.observation.ObservationLog;
import org.clew.model.coordination.DetectionParameters;
import org.clew.model.coordination.SignalKind;
import org.clew.model.coordination.WeightMode;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;

/**
 * Prints how long it takes from the log to edges: {@code DetectionBenchmark FOLDER [ROWS]}, 2.4
 * million generated URL observations by default, written to FOLDER/log on the first run. Not a
 * test.
 */
public final class DetectionBenchmark {
  private static final int ROWS = 2_400_000;
  private static final int RUNS = 5;
  private static final double NANOS = 1e9;
  private static final EntityId SOURCE = EntityId.source("posts");

  private DetectionBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]).resolve("log");
    ObservationLog log = ObservationLog.in(folder);
    if (!Files.exists(folder)) {
      write(log, arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROWS);
    }
    for (long window : List.of(60L, 3600L)) {
      for (WeightMode mode : WeightMode.values()) {
        measure(log, mode, window);
      }
    }
  }

  private static void measure(ObservationLog log, WeightMode mode, long window) {
    DetectionRequest request =
        DetectionRequest.of(
            EnumSet.of(SignalKind.URL), DetectionParameters.of(mode, window).with(null));
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    double wall = Double.MAX_VALUE;
    double processor = Double.MAX_VALUE;
    int edges = 0;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      long used = system.getProcessCpuTime();
      edges =
          Detection.edges(log, request, 2, DetectionProgress.NONE)
              .layers()
              .get(0)
              .layer()
              .edges()
              .size();
      wall = Math.min(wall, (System.nanoTime() - start) / NANOS);
      processor = Math.min(processor, (system.getProcessCpuTime() - used) / NANOS);
    }
    System.out.println(
        String.format(
            Locale.ROOT,
            "mode=%s window=%d edges=%d wall=%.2fs cpu=%.2fs",
            mode,
            window,
            edges,
            wall,
            processor));
  }

  /** Heavy-tailed popularity of URLs and activity of accounts; a year of acts in bursts. */
  private static void write(ObservationLog log, int rows) {
    SplittableRandom random = new SplittableRandom(7);
    int accounts = rows / 12;
    int artifacts = rows / 4;
    long[] birth = random.longs(artifacts, 0, 365L * 86_400).toArray();
    LoadedFile file = new LoadedFile("posts.csv", Hashes.sha256("posts"), SOURCE);
    try (LoadWriter writer = log.begin(new LoadRequest("test", "", List.of(file)))) {
      for (int row = 0; row < rows; row++) {
        int artifact = skewed(random, artifacts);
        long age = (long) (-Math.log(1 - random.nextDouble()) * 2 * 86_400);
        writer.add(
            new Observation(
                ObservationKind.URL,
                EntityId.account("x", Long.toString(1_000_000_000L + skewed(random, accounts))),
                "https://site" + artifact % 2_000 + ".example.org/2017/" + artifact + ".html",
                Moment.ofEpochSecond(1_480_000_000L + birth[artifact] + age),
                "x:" + (800_000_000_000_000_000L + row),
                null,
                new Origin(SOURCE, "posts.csv", row + 2)));
      }
      writer.commit();
    }
  }

  private static int skewed(SplittableRandom random, int size) {
    return (int) (size * Math.pow(random.nextDouble(), 3));
  }
}
