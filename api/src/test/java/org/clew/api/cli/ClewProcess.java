package org.clew.api.cli;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A {@code clew} command in a process of its own, with what it says on standard error. */
final class ClewProcess {
  private final Process process;
  private final Path err;

  private ClewProcess(Process process, Path err) {
    this.process = process;
    this.err = err;
  }

  /**
   * Starts a command.
   *
   * @param before what stands before {@code java}, such as the command that sets limits
   * @param folder where its standard error is kept
   */
  static ClewProcess start(List<String> before, Path folder, List<String> arguments)
      throws IOException {
    List<String> command = new ArrayList<>(before);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dlog4j2.StatusLogger.level=OFF",
            "-Dlog4j2.shutdownHookEnabled=false",
            "-cp",
            System.getProperty("java.class.path"),
            "org.clew.api.cli.ClewCli"));
    command.addAll(arguments);
    Path err = Files.createTempFile(folder, "err", ".txt");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(err.toFile())
            .start();
    return new ClewProcess(process, err);
  }

  /** Returns when the condition holds, or the process has ended. */
  void awaitUntil(BooleanSupplier condition) throws InterruptedException {
    while (process.isAlive() && !condition.getAsBoolean()) {
      process.waitFor(10, TimeUnit.MILLISECONDS);
    }
  }

  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  int exitStatus() throws InterruptedException {
    return process.waitFor();
  }

  String err() throws IOException {
    return Files.readString(err);
  }
}
