package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.cypher.TestGraph;
import org.clew.loader.ingest.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A load that is asked to end stops in order, says so in one sentence and can be completed. */
class StoppedLoadTest {
  private static final String SENTENCE =
      "clew: The load was stopped; run it again and it is completed.";
  private static final int BY_SIGINT = 130;
  private static final int BY_SIGTERM = 143;

  @TempDir private Path folder;

  @Test
  void shouldStopInOrderWhileReadingAndWhileWriting() throws Exception {
    assumeThat(Files.exists(Path.of("/bin/kill")) || Files.exists(Path.of("/usr/bin/kill")))
        .as("the command that sends signals")
        .isTrue();
    DisturbedLoad load = new DisturbedLoad(folder, 6_000);

    ClewProcess reading = load.start();
    reading.awaitUntil(() -> Files.exists(load.data().resolve("clew.address")));
    stop(reading, "TERM", BY_SIGTERM);
    shouldSayThatItWasInterrupted(load.data());

    boolean interruptible = !ignoresInterrupts();
    ClewProcess writing = load.start();
    writing.awaitUntil(() -> hasArchived(load.data().resolve("statements"), 2));
    stop(writing, interruptible ? "INT" : "TERM", interruptible ? BY_SIGINT : BY_SIGTERM);

    load.completeAndCompare();
    assertThat(new DataFolder(load.data()).unfinishedLoads().all()).isEmpty();
  }

  private static void shouldSayThatItWasInterrupted(Path data) {
    CliRun cli = new CliRun(TestGraph.empty());
    assertThat(cli.run("status", "--data", data.toString())).isZero();
    assertThat(cli.out())
        .contains(
            "was interrupted; run that load again, with the options it had, to complete it: /")
        .contains("posts.csv")
        .doesNotContain("The graph is empty");
  }

  private static void stop(ClewProcess process, String signal, int status) throws Exception {
    process.signal(signal);
    assertThat(process.exitStatus()).as(process.err()).isEqualTo(status);
    assertThat(process.err().lines()).containsExactly(SENTENCE);
  }

  private static boolean hasArchived(Path statements, int loads) {
    String[] names = statements.toFile().list((folder, name) -> name.endsWith(".zst"));
    return names != null && names.length >= loads;
  }

  /** Children of a shell's background job ignore SIGINT, and so do theirs. */
  private static boolean ignoresInterrupts() throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .anyMatch(line -> (Long.parseUnsignedLong(line.substring(7).strip(), 16) & 2) != 0);
  }
}
