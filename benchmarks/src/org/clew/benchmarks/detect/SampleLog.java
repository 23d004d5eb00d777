package org.clew.benchmarks.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.clew.loader.observation.LoadRequest;
import org.clew.loader.observation.LoadWriter;
import org.clew.loader.observation.LoadedFile;
import org.clew.loader.observation.ObservationLog;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.clew.model.observation.TimePrecision;

/**
 * A log as skewed as an archive: most URLs are used once, some by many within two days after their
 * first use; of the hashtags one is used 38,000 times within 14 hours.
 */
final class SampleLog {
  private static final EntityId SOURCE = EntityId.source("benchmark");
  private static final long START = 1_500_000_000L;
  private static final long YEAR = 365L * 24 * 3_600;
  private static final long TWO_DAYS = 2L * 24 * 3_600;
  private static final long FOURTEEN_HOURS = 14L * 3_600;
  private static final int ACCOUNTS = 30_000;
  private static final int POPULAR = 120_000;
  private static final int TAGS = 60_000;
  private static final int HUGE_TAG_USES = 38_000;
  private static final int SKEW = 3;

  private final SplittableRandom random = new SplittableRandom(1);
  private long line = 1;

  private SampleLog() {}

  /** The log with that many URL observations and some hashtags, made unless it is there. */
  static ObservationLog of(Path folder, int urls, int hashtags) throws IOException {
    ObservationLog log = ObservationLog.in(folder);
    if (log.loads().isEmpty()) {
      Files.createDirectories(folder);
      new SampleLog().fill(log, urls, hashtags);
    }
    return log;
  }

  private void fill(ObservationLog log, int urls, int hashtags) {
    LoadedFile file = new LoadedFile("benchmark.csv", Hashes.sha256("" + urls), SOURCE);
    try (LoadWriter writer = log.begin(new LoadRequest("benchmark", "", List.of(file)))) {
      for (int i = 0; i < urls; i++) {
        writer.add(url(i));
      }
      for (int i = 0; i < hashtags; i++) {
        writer.add(hashtag(i));
      }
      writer.commit();
    }
  }

  private Observation url(int number) {
    if (random.nextInt(10) < 6) {
      String once = "https://site" + number % 5_000 + "-benchmark.info/once/" + number;
      return observation(ObservationKind.URL, once, random.nextLong(YEAR));
    }
    int popular = skewed(POPULAR);
    long born = Long.remainderUnsigned(popular * 0x9E3779B97F4A7C15L, YEAR - TWO_DAYS);
    String address = "https://site" + popular % 5_000 + "-benchmark.info/a/" + popular;
    return observation(ObservationKind.URL, address, born + random.nextLong(TWO_DAYS));
  }

  private Observation hashtag(int number) {
    return number < HUGE_TAG_USES
        ? observation(ObservationKind.HASHTAG, "everywhere", random.nextLong(FOURTEEN_HOURS))
        : observation(ObservationKind.HASHTAG, "tag" + skewed(TAGS), random.nextLong(YEAR));
  }

  /** Small numbers are far more frequent than large ones. */
  private int skewed(int bound) {
    return (int) (bound * Math.pow(random.nextDouble(), SKEW));
  }

  private Observation observation(ObservationKind kind, String artifact, long second) {
    line++;
    return new Observation(
        kind,
        EntityId.account("x", Integer.toString(10_000_000 + skewed(ACCOUNTS))),
        artifact,
        new Moment((START + second) * 1_000, TimePrecision.SECOND),
        "x:" + line,
        null,
        new Origin(SOURCE, "benchmark.csv", line));
  }
}
