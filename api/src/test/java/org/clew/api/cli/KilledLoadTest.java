package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A load that is killed by SIGKILL and run again gives the graph of an undisturbed one. */
class KilledLoadTest {
  private static final List<String> CASES =
      List.of("outlets.yml", "katehon-tsargrad.yml", "liberty-front-press.yml", "sputnik-2019.yml");
  private static final int KILLED = 137;
  private static final int LONGEST_LIFE_MILLIS = 8_000;

  @TempDir private Path folder;

  @BeforeEach
  void copyCases() throws IOException {
    for (String name : CASES) {
      try (InputStream stream = ClewCli.class.getResourceAsStream("/org/clew/api/demo/" + name)) {
        Files.copy(Objects.requireNonNull(stream), folder.resolve(name));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void shouldGiveTheSameGraphAfterAKill(long seed) throws IOException, InterruptedException {
    Path undisturbed = folder.resolve("undisturbed.json");
    exportAfterLoad(TestGraph.empty(), undisturbed);

    Path data = folder.resolve("data");
    killInTheMiddle(data, new Random(seed));

    Path resumed = folder.resolve("resumed.json");
    try (GraphStore store = GraphStores.open(StoreSettings.embedded(data))) {
      exportAfterLoad(store, resumed);
    }
    assertThat(resumed).hasSameTextualContentAs(undisturbed);
  }

  private void exportAfterLoad(GraphStore store, Path file) {
    CliRun cli = new CliRun(store, folder.resolve("rejects"));
    assertThat(cli.run(loadArguments().toArray(String[]::new))).as(cli.err()).isZero();
    assertThat(cli.run("export", "--all", "--format", "json", "--out", file.toString())).isZero();
  }

  private List<String> loadArguments() {
    List<String> arguments = new ArrayList<>(List.of("load"));
    CASES.forEach(name -> arguments.add(folder.resolve(name).toString()));
    return arguments;
  }

  /** Starts a load of its own process and kills it at a random moment after its store is open. */
  private void killInTheMiddle(Path data, Random random) throws IOException, InterruptedException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "org.clew.api.cli.ClewCli"));
    command.addAll(loadArguments());
    command.addAll(List.of("--data", data.toString()));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Path address = data.resolve("clew.address");
    while (process.isAlive() && !Files.exists(address)) {
      process.waitFor(20, TimeUnit.MILLISECONDS);
    }
    process.waitFor(random.nextInt(LONGEST_LIFE_MILLIS), TimeUnit.MILLISECONDS);
    process.destroyForcibly();
    assertThat(process.waitFor()).isIn(KILLED, 0);
  }
}
