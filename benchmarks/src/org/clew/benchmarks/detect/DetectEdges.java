package org.clew.benchmarks.detect;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import org.clew.benchmarks.Measured;
import org.clew.loader.coordination.Detection;
import org.clew.loader.coordination.DetectionProgress;
import org.clew.loader.coordination.DetectionRequest;
import org.clew.loader.coordination.DetectionResult;
import org.clew.loader.observation.ObservationLog;
import org.clew.loader.observation.ObservationScan;
import org.clew.loader.observation.RowFilter;
import org.clew.model.coordination.DetectionParameters;
import org.clew.model.coordination.DetectionParameters.ChanceTest;
import org.clew.model.coordination.SignalKind;
import org.clew.model.coordination.WeightMode;
import org.clew.model.observation.ObservationColumns;
import org.clew.model.observation.ObservationKind;

/**
 * {@code DetectEdges prepare|warm|significance|scan|floor ROWS SIGNAL MODE WINDOW}: from the log of
 * {@link SampleLog} to edges as a running server does it, after some runs that are not measured; or
 * only the scan; or only the count of pairs within the window in arrays that lie sorted in memory.
 */
public final class DetectEdges {
  private static final int HASHTAGS = 1_000_000;
  private static final int WARM_UPS = 12;
  private static final long MILLIS = 1_000;

  private DetectEdges() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    int rows = Integer.parseInt(arguments[1]);
    SignalKind signal = SignalKind.ofId(arguments[2]).orElseThrow();
    WeightMode mode = WeightMode.valueOf(arguments[3].toUpperCase(Locale.ROOT));
    long window = Long.parseLong(arguments[4]);
    ObservationLog log = log(rows);
    DetectionParameters parameters = DetectionParameters.of(mode, window);
    switch (arguments[0]) {
      case "prepare" -> System.err.println(log.loads());
      case "warm" -> warm(() -> edges(log, signal, parameters.with((ChanceTest) null)));
      case "significance" ->
          Measured.print(() -> edges(log, signal, parameters.with(ChanceTest.defaults())));
      case "scan" -> warm(() -> read(log, signal.rows()));
      case "floor" -> floor(read(log, signal.rows()), window * MILLIS);
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static ObservationLog log(int rows) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "clew-observations-" + rows);
    Files.createDirectories(folder.resolve("log"));
    return SampleLog.of(folder.resolve("log"), rows, HASHTAGS);
  }

  private static void warm(Measured.Work work) throws Exception {
    for (int i = 0; i < WARM_UPS; i++) {
      work.run();
    }
    Measured.print(work);
  }

  private static void edges(ObservationLog log, SignalKind signal, DetectionParameters parameters) {
    DetectionRequest request = DetectionRequest.of(EnumSet.of(signal), parameters);
    int threads = Runtime.getRuntime().availableProcessors();
    DetectionResult result = Detection.edges(log, request, threads, DetectionProgress.NONE);
    System.err.println(result.layers().size() + " layer");
  }

  private static ObservationColumns read(ObservationLog log, ObservationKind kind) {
    ObservationScan scan = log.scan(RowFilter.timed());
    return scan.read(kind);
  }

  /** Sorts the rows by artifact and time and counts the pairs, whoever made them. */
  private static void floor(ObservationColumns columns, long windowMillis) throws Exception {
    warm(
        () -> {
          long[] acts = new long[columns.size()];
          for (int row = 0; row < acts.length; row++) {
            long seconds = columns.times()[row] / MILLIS;
            acts[row] = (long) columns.artifacts()[row] << Integer.SIZE | seconds;
          }
          Arrays.sort(acts);
          System.err.println(pairs(acts, windowMillis / MILLIS) + " pairs");
        });
  }

  private static long pairs(long[] acts, long seconds) {
    long pairs = 0;
    int first = 0;
    for (int act = 0; act < acts.length; act++) {
      while (acts[act] - acts[first] > seconds) {
        first++;
      }
      pairs += act - first;
    }
    return pairs;
  }
}
