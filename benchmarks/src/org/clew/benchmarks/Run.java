package org.clew.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * {@code Run NAME ROUNDS RESULTS COMMIT}: runs both sides of a benchmark in turn, each time in a
 * new process, and appends the medians to a file.
 */
public final class Run {
  private final Benchmark benchmark;
  private final List<Measured> clew = new ArrayList<>();
  private final List<Measured> peer = new ArrayList<>();

  private Run(Benchmark benchmark) {
    this.benchmark = benchmark;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Benchmark benchmark =
        Benchmark.ALL.stream()
            .filter(b -> arguments.length == 4 && b.name().equals(arguments[0]))
            .findFirst()
            .orElse(null);
    if (benchmark == null) {
      System.err.println("Usage: benchmarks/run NAME [ROUNDS]; the names are:");
      Benchmark.ALL.forEach(b -> System.err.println("  " + b.name() + "  " + b.what()));
      System.exit(2);
      return;
    }
    if (!benchmark.prepare().isEmpty()) {
      start(benchmark.prepare());
    }
    Run run = new Run(benchmark);
    int rounds = Integer.parseInt(arguments[1]);
    for (int round = 0; round < rounds; round++) {
      run.clew.add(child(benchmark.clew()));
      run.peer.add(child(benchmark.peer()));
    }
    String row = run.row(rounds, arguments[3]);
    System.out.print(row);
    Files.writeString(Path.of(arguments[2]), row, StandardOpenOption.APPEND);
  }

  private String row(int rounds, String commit) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | `benchmarks/run %s %d` | %s | %s | %s: %s | %.2f, by the clock %.2f (target: %s) |%n",
        LocalDate.now(ZoneOffset.UTC),
        commit,
        machine(),
        benchmark.name(),
        rounds,
        benchmark.what(),
        sentence(clew),
        benchmark.peerName(),
        sentence(peer),
        ratio(Measured::cpuSeconds),
        ratio(Measured::seconds),
        benchmark.target());
  }

  /** 1 is as fast as the peer, more is faster. */
  private double ratio(ToDoubleFunction<Measured> figure) {
    return median(peer, figure) / median(clew, figure);
  }

  private static String sentence(List<Measured> runs) {
    return String.format(
        Locale.ROOT,
        "%.1f s, %.1f CPU s, %.0f MB",
        median(runs, Measured::seconds),
        median(runs, Measured::cpuSeconds),
        median(runs, Measured::peakMegabytes));
  }

  private static double median(List<Measured> runs, ToDoubleFunction<Measured> figure) {
    double[] sorted = runs.stream().mapToDouble(figure).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  private static String machine() {
    return "%d cores, JDK %s"
        .formatted(Runtime.getRuntime().availableProcessors(), Runtime.version().feature());
  }

  private static Measured child(List<String> main) throws IOException, InterruptedException {
    return Measured.parse(start(main));
  }

  private static String start(List<String> main) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(main);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("The benchmark's process failed: " + String.join(" ", main));
    }
    return output;
  }
}
