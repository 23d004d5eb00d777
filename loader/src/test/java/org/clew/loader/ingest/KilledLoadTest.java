package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.clew.loader.ingest.LoadProcess.Way;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills processes that load. {@code -Dclew.kills} says how many, {@code -Dclew.kills.seed} where:
 * {@code mvn verify -pl loader -am -Dtest=KilledLoadTest -Dclew.kills=200
 * -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class KilledLoadTest {
  private static final int KILLS = Integer.getInteger("clew.kills", 3);
  private static final long SEED = Long.getLong("clew.kills.seed", 1);
  private static final int ROWS = 1_000;

  @TempDir Path folder = Path.of("unset");

  @Test
  void shouldCompleteALoadThatWasKilledAnywhere() throws Exception {
    List<Path> files = List.of(posts("a.csv", 0), outlets(), posts("b.csv", ROWS / 2));
    long start = System.nanoTime();
    String expected = resumed(folder.resolve("undisturbed"), Way.BULK, files);
    long undisturbed = System.nanoTime() - start;
    Random random = new Random(SEED);
    for (int i = 0; i < KILLS; i++) {
      Way way = Way.values()[i % Way.values().length];
      Path data = folder.resolve("killed-" + i);
      kill(data, way, files, (long) (random.nextDouble() * undisturbed));

      assertThat(resumed(data, way, files)).as("after kill " + i).isEqualTo(expected);
      delete(data);
    }
  }

  /** Kills a load so long after it began to read, if it has not ended by then. */
  private static void kill(Path data, Way way, List<Path> files, long afterNanos)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens"))
        .forEach(command::add);
    command.addAll(
        List.of(
            "-Xmx512m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path")));
    command.addAll(List.of(LoadProcess.class.getName(), data.toString(), way.name()));
    files.forEach(file -> command.add(file.toString()));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(out.readLine()).startsWith("reading");
      if (!process.waitFor(afterNanos, TimeUnit.NANOSECONDS)) {
        process.destroyForcibly().waitFor();
      } else {
        assertThat(process.exitValue()).isZero();
      }
    }
  }

  private static String resumed(Path data, Way way, List<Path> files) {
    LoadProcess.load(data, way, files, LoadListener.NONE);
    try (GraphStore store = GraphStores.open(StoreSettings.embedded(data))) {
      return GraphAndLogDump.of(store, new DataFolder(data));
    }
  }

  private static void delete(Path data) throws IOException {
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  private Path outlets() throws IOException {
    return Files.writeString(
        folder.resolve("outlets.yml"),
        """
        clew: 1
        title: Outlets
        sources:
          - {id: report, title: Report, grade: B2}
        links:
          - {from: 'outlet:ir:site', type: PUBLISHES_ON, to: 'domain:site1.com', source: report}
          - {from: 'state:IR', type: CONTROLS, to: 'outlet:ir:site', source: report}
        """);
  }

  private Path posts(String name, int first) throws IOException {
    StringBuilder table =
        new StringBuilder("tweetid,userid,user_screen_name,tweet_time,urls,user_mentions\n");
    for (int i = first; i < first + ROWS; i++) {
      table.append(
          "%d,%d,user%d,2017-06-%02d 10:%02d,['http://site%d.com/a'],[%d]%n"
              .formatted(i, i % 300, i % 300, 1 + i % 28, i % 60, i % 700, i * 7L % 900));
    }
    return Files.writeString(folder.resolve(name), table.toString());
  }
}
