package org.clew.loader.observation;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.function.Consumer;
import org.clew.loader.observation.ObservationScan.Extra;
import org.clew.model.entity.EntityId;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.TimePrecision;

/**
 * Writes and scans generated observations and prints time and size: {@code ObservationLogBenchmark
 * FOLDER [ROWS]}, 5 million rows by default. Not a test; the folder must not exist.
 */
public final class ObservationLogBenchmark {
  private static final int ROWS = 5_000_000;
  private static final int ACCOUNTS = 50_000;
  private static final int ARTIFACTS = 400_000;
  private static final int SITES = 2_000;
  private static final int SCANS = 6;
  private static final double NANOS = 1e9;

  private ObservationLogBenchmark() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROWS;
    ObservationLog log = ObservationLog.in(folder);

    long[] csvBytes = {0};
    new Generator().rows(rows, row -> csvBytes[0] += csv(row).length);
    measure("generate " + rows + " rows", () -> new Generator().rows(rows, row -> {}));
    measure("write", () -> write(log, rows));
    Path segment = folder.resolve("segments/" + log.loads().get(0).segment() + ".parquet");
    print(
        "size: %,d bytes, CSV of the same columns %,d bytes, %.1f %%",
        Files.size(segment), csvBytes[0], 100.0 * Files.size(segment) / csvBytes[0]);
    for (int i = 0; i < SCANS; i++) {
      measure("scan account, artifact, time", () -> scan(log));
    }
    for (int i = 0; i < SCANS; i++) {
      measure("scan with posts", () -> scan(log, Extra.POSTS));
    }
    measure("verify", log::verify);
  }

  private static void write(ObservationLog log, int rows) {
    try (LoadWriter writer = log.begin(Samples.request("posts.csv"))) {
      new Generator().rows(rows, writer::add);
      writer.commit();
    }
  }

  private static void scan(ObservationLog log, Extra... extras) {
    ObservationScan scan = log.scan(RowFilter.timed());
    if (scan.read(ObservationKind.URL, extras).size() == 0) {
      throw new IllegalStateException("The scan found nothing.");
    }
  }

  private static byte[] csv(Observation row) {
    String time = row.time() == null ? "" : row.time().instant().toString();
    return (row.account().local() + "," + row.artifact() + "," + time + "," + row.post() + "\n")
        .getBytes(StandardCharsets.UTF_8);
  }

  private static void measure(String what, Runnable work) {
    long cpu = cpuNanos();
    long start = System.nanoTime();
    work.run();
    print(
        "%s: %.2f s wall, %.2f s CPU",
        what, (System.nanoTime() - start) / NANOS, (cpuNanos() - cpu) / NANOS);
  }

  private static long cpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  private static void print(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }

  /** Few accounts post much and few URLs are posted often, in the order of time. */
  private static final class Generator {
    private final Random random = new Random(1);
    private final EntityId[] accounts = new EntityId[ACCOUNTS];
    private final EntityId[] sites = new EntityId[SITES];
    private final String[] urls = new String[ARTIFACTS];
    private final EntityId[] siteOf = new EntityId[ARTIFACTS];

    Generator() {
      for (int i = 0; i < ACCOUNTS; i++) {
        accounts[i] = EntityId.account("x", Long.toString(1_000_000_000L + random.nextInt()));
      }
      for (int i = 0; i < SITES; i++) {
        sites[i] = EntityId.domain("site" + i + ".example.org");
      }
      for (int i = 0; i < ARTIFACTS; i++) {
        siteOf[i] = sites[skewed(SITES, 3)];
        String path = Long.toString(random.nextLong() >>> 1, Character.MAX_RADIX);
        urls[i] = "https://" + siteOf[i].local() + "/2017/" + path + "-" + i + ".html";
      }
    }

    void rows(int count, Consumer<Observation> consumer) {
      long second = 1_480_000_000L;
      for (int line = 2; line < count + 2; line++) {
        second += random.nextInt(12);
        int url = skewed(ARTIFACTS, 3);
        long post = ((second - 1_288_834_974L) * 1000 << 22) + random.nextInt(1 << 22);
        consumer.accept(
            new Observation(
                ObservationKind.URL,
                accounts[skewed(ACCOUNTS, 2)],
                urls[url],
                new Moment(second * 1000, TimePrecision.SECOND),
                "x:" + post,
                siteOf[url],
                new Origin(Samples.SOURCE, "posts.csv", line)));
      }
    }

    private int skewed(int bound, int power) {
      return (int) (bound * Math.pow(random.nextDouble(), power));
    }
  }
}
