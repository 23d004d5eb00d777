package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.cypher.TestGraph;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever asks after a load with rejects is told that rows are missing. */
class MissingRowsTest {
  private static final String CASE =
      """
      clew: 1
      title: A case
      sources:
        - {id: report, title: Report, grade: B2}
      entities:
        - {id: 'outlet:ir:press-tv', name: Press TV, country: IR, stateRelation: state-controlled, source: report}
        - {id: 'domain:presstv.ir', source: report}
        - {id: 'domain:fan.example', source: report}
      links:
        - {from: 'outlet:ir:press-tv', type: PUBLISHES_ON, to: 'domain:presstv.ir', source: report}
      """;
  private static final String POSTS =
      """
      tweetid,userid,user_screen_name,tweet_time,urls
      1,5,ann,2017-06-22,[]
      2,,ann,2017-06-22,[]
      """;

  @TempDir private Path folder;
  private CliRun cli;
  private String data = "";

  @BeforeEach
  void load() throws IOException {
    data = folder.resolve("data").toString();
    cli = new CliRun(TestGraph.empty(), folder.resolve("data"));
    Path file = Files.writeString(folder.resolve("case.yml"), CASE);
    assertThat(cli.run("load", file.toString())).as(cli.out()).isZero();
  }

  @Test
  void shouldCountOneRowAsOne() throws IOException {
    Path posts = Files.writeString(folder.resolve("posts.csv"), POSTS.replaceAll("\n2.*", ""));
    assertThat(cli.run("load", posts.toString())).as(cli.out()).isZero();
    assertThat(cli.out()).containsPattern("\n1 row in ");
  }

  @Test
  void shouldSayWhatIsMissing() throws IOException {
    Path posts = Files.writeString(folder.resolve("posts.csv"), POSTS);
    assertThat(cli.run("load", posts.toString())).as(cli.out()).isEqualTo(3);

    assertThat(cli.out()).containsPattern("\n2 rows in [\\d.]+ s, [\\d,]+ rows/s\\.\n");

    assertThat(cli.run("status", "--data", data, "--json")).isZero();
    assertThat(cli.json().at("/rejected/0/file").asText()).isEqualTo("posts.csv");
    assertThat(cli.json().at("/rejected/0/rows").asLong()).isEqualTo(1);
    assertThat(cli.json().at("/rejected/0/source").asText()).startsWith("source:posts-");
    assertThat(cli.run("status", "--data", data)).isZero();
    assertThat(cli.out()).contains("Rejected: 1 row and 0 values of posts.csv (source:posts-");

    assertThat(cli.run("trace", "fan.example", "--data", data)).isZero();
    assertThat(cli.out())
        .contains("Missing from the whole graph: 1 row that loads rejected; 'clew status' names");
    assertThat(cli.run("trace", "fan.example", "--data", data, "--json")).isZero();
    assertThat(cli.json().get("rejectedRows").asLong()).isEqualTo(1);
    assertThat(cli.run("attribute", "fan.example", "--data", data)).isZero();
    assertThat(cli.out()).contains("Missing from the whole graph: 1 row that loads rejected");
  }

  @Test
  void shouldSayNothingWhereNothingIsMissing() throws IOException {
    assertThat(cli.run("trace", "fan.example", "--data", data)).isZero();
    assertThat(cli.out()).doesNotContain("Missing:");

    Path posts = Files.writeString(folder.resolve("posts.csv"), POSTS);
    assertThat(cli.run("load", posts.toString())).isEqualTo(3);
    assertThat(cli.run("status", "--data", data, "--json")).isZero();
    String source = cli.json().at("/rejected/0/source").asText();
    assertThat(cli.run("unload", source, "--data", data)).isZero();
    assertThat(cli.run("status", "--data", data, "--json")).isZero();
    assertThat(cli.json().get("rejected")).isEmpty();
  }
}
