package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.clew.cypher.TestGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on what stands beside the graph. */
class DataCommandsTest {
  private static final String HEADER = "tweetid,userid,user_screen_name,tweet_time,urls\n";

  @TempDir private Path folder;
  private CliRun cli;
  private String data = "";

  @BeforeEach
  void emptyGraph() {
    Path dataFolder = folder.resolve("data");
    cli = new CliRun(TestGraph.empty(), dataFolder);
    data = dataFolder.toString();
  }

  private Path file(String name, String rows) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, HEADER + rows);
  }

  private void load(Path... files) {
    String[] arguments =
        Stream.concat(Stream.of("load"), Stream.of(files).map(Path::toString))
            .toArray(String[]::new);
    assertThat(cli.run(arguments)).as(cli.err()).isZero();
  }

  private static void damage(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.write(file, new byte[] {1});
      }
    }
  }

  @Test
  void shouldEraseWhatIsTypedInAnotherSpelling() throws IOException {
    load(file("a.csv", "1,5,ann,2017-06-22,[https://twitter.com/Bob/status/1]\n"));

    assertThat(cli.run("erase", "account:X:@BoB", "--data", data, "--json")).isZero();
    assertThat(cli.json().get("entities").asLong()).isEqualTo(1);
    assertThat(cli.run("erase", "account:x:@Later", "--data", data, "--json")).isZero();
    assertThat(cli.json().at("/erased/0").asText()).isEqualTo("account:x:@later");
    assertThat(cli.run("erase", "state:ir", "--data", data)).isEqualTo(2);
    assertThat(cli.err()).contains("state:IR is a state, and no person");
  }

  @Test
  void shouldNotCallSuccessWhatLeftAFileUnread() throws IOException {
    load(file("a.csv", "1,5,ann,2017-06-22,[]\n"), file("b.csv", "2,5,ann,2017-06-22,[]\n"));
    assertThat(cli.run("sources", "--json")).isZero();
    String source = cli.json().at("/items/0/id").asText();
    damage(folder.resolve("data/statements"));

    assertThat(cli.run("erase", "account:x:5", "--data", data)).isEqualTo(1);
    assertThat(cli.err().lines())
        .hasSize(2)
        .allMatch(line -> line.startsWith("clew: statements/") && line.contains("is damaged"));
    assertThat(cli.run("unload", source, "--data", data)).isEqualTo(1);
    assertThat(cli.err()).contains("clew: statements/");
  }

  @Test
  void shouldRebuildWithMarksAndRuns() throws IOException {
    load(file("a.csv", "1,5,ann,2017-06-22,[]\n"));
    assertThat(cli.run("mark", "account:x:5", "--benign", "ours", "--by", "Ada")).isZero();

    assertThat(cli.run("rebuild", "--data", data)).as(cli.err()).isZero();
    assertThat(cli.out()).contains("In the graph again: loads 2, detection runs 0");
    assertThat(cli.run("query", "MATCH (e {id: 'account:x:5'}) RETURN e.benign AS b", "--json"))
        .isZero();
    assertThat(cli.out()).contains("ours (Ada, ");
  }

  @Test
  void shouldExportWithTheUsualRightsAndNameAMissingFolder() throws IOException {
    load(file("a.csv", "1,5,ann,2017-06-22,[]\n"));
    Path out = folder.resolve("graph.json");
    Path usual = Files.createFile(folder.resolve("usual"));

    assertThat(cli.run("export", "--all", "--out", out.toString())).as(cli.err()).isZero();

    assertThat(Files.getPosixFilePermissions(out)).isEqualTo(Files.getPosixFilePermissions(usual));
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".tmp"));
    }
    String missing = folder.resolve("no/graph.json").toString();
    assertThat(cli.run("export", "--all", "--out", missing)).isEqualTo(2);
    assertThat(cli.err())
        .isEqualTo(
            "clew: There is no folder '%s' to write '%s' to.\n"
                .formatted(folder.resolve("no"), missing));
  }

  @Test
  void shouldTellFilesOfOneNameApart() throws IOException {
    Path one = file("one/posts.csv", "1,5,ann,2017-06-22,[]\n");
    Path two = file("two/posts.csv", "2,5,ann,2017-06-22,[]\n");
    Path other = file("two/other.csv", "3,5,ann,2017-06-22,[]\n");

    load(one, two, other);

    assertThat(cli.out().lines().skip(1).map(line -> line.split(" ", 2)[0]))
        .containsAll(List.of(one.toString(), two.toString(), "other.csv"));
  }
}
