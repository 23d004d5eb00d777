package org.clew.benchmarks;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * What one run took.
 *
 * @param seconds wall-clock time
 * @param cpuSeconds of all threads of the process
 * @param peakMegabytes resident, from the start of the process
 */
public record Measured(double seconds, double cpuSeconds, double peakMegabytes) {
  private static final String MARK = "MEASURED ";
  private static final double NANOS = 1e9;
  private static final double MILLIS = 1e3;
  private static final double KILO = 1024;

  /** Work that may fail. */
  @FunctionalInterface
  public interface Work {
    /** Does it. */
    void run() throws Exception;
  }

  /** Measures work in this process and prints what it took, for {@link #parse}. */
  public static void print(Work work) throws Exception {
    long start = System.nanoTime();
    long cpu = cpuNanos();
    work.run();
    System.out.printf(
        Locale.ROOT,
        MARK + "%.3f %.3f %.0f%n",
        (System.nanoTime() - start) / NANOS,
        (cpuNanos() - cpu) / NANOS,
        peak());
  }

  /** Measures everything since the process started, and prints what it took, for {@link #parse}. */
  public static void printWithStart(Work work) throws Exception {
    printWithStart(() -> {}, work);
  }

  /**
   * The same without what only makes things ready.
   *
   * @param ready done first and not counted, but for its peak of memory
   */
  public static void printWithStart(Work ready, Work work) throws Exception {
    long start = ManagementFactory.getRuntimeMXBean().getStartTime();
    long before = System.currentTimeMillis();
    long cpuBefore = cpuNanos();
    ready.run();
    long uncounted = System.currentTimeMillis() - before;
    long cpuUncounted = cpuNanos() - cpuBefore;
    work.run();
    System.out.printf(
        Locale.ROOT,
        MARK + "%.3f %.3f %.0f%n",
        (System.currentTimeMillis() - start - uncounted) / MILLIS,
        (cpuNanos() - cpuUncounted) / NANOS,
        peak());
  }

  static Measured parse(String output) {
    String line = output.lines().filter(l -> l.startsWith(MARK)).findFirst().orElseThrow();
    String[] parts = line.substring(MARK.length()).split(" ");
    return new Measured(
        Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Zero where the system does not tell. */
  private static double peak() throws IOException {
    Path status = Path.of("/proc/self/status");
    return !Files.exists(status)
        ? 0
        : Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KILO)
            .findFirst()
            .orElse(0);
  }
}
