package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clew.api.coordination.SamplePosts;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DetectCommandTest {
  @TempDir Path data;
  private GraphStore store;
  private CliRun cli;

  @BeforeEach
  void fillLogAndGraph() {
    store = TestGraph.empty();
    store.execute(
        """
        CREATE (s:Entity:Source {id: 'source:posts', name: 'Posts', title: 'Posts', grade: 'F6',
                                 quality: 0.25, derivesFrom: []})
        CREATE (a:Entity:Account {id: 'account:x:a0', name: 'Anna'})
        CREATE (a)-[:STATED_IN {id: 'st1', name: 'Anna', evidence: []}]->(s)
        """,
        Map.of());
    cli = new CliRun(store);
    SamplePosts.fill(new DataFolder(data));
  }

  @Test
  void shouldShowWhyAClusterIsOne() {
    assertThat(cli.run("detect", "--data", data.toString(), "--json")).isZero();
    JsonNode detection = cli.json();
    assertThat(detection.at("/written").asBoolean()).isTrue();
    assertThat(detection.at("/clusters")).hasSize(2);
    String id = detection.at("/clusters/0/id").asText();
    assertThat(id).startsWith("cluster:coordination:");

    assertThat(cli.run("clusters", "--json")).isZero();
    assertThat(cli.json().at("/items/0/id").asText()).isEqualTo(id);
    assertThat(cli.json().at("/items/0/members").asLong()).isEqualTo(5);

    assertThat(cli.run("cluster", id, "--json")).isZero();
    JsonNode cluster = cli.json();
    assertThat(cluster.get("run").asText()).isEqualTo(detection.get("run").asText());
    assertThat(cluster.at("/members").findValuesAsText("id"))
        .containsExactlyInAnyOrder(
            "account:x:a0", "account:x:a1", "account:x:a2", "account:x:a3", "account:x:a4");
    assertThat(cluster.at("/members").findValuesAsText("name")).contains("Anna", "x:a1");
    assertThat(cluster.at("/members/0/probability").asDouble()).isEqualTo(1);
    assertThat(cluster.at("/members/0/edges").asLong()).isEqualTo(4);
    assertThat(cluster.at("/artifacts")).hasSize(12);
    assertThat(cluster.at("/artifacts/0/name").asText()).startsWith("http://a.example/");
    assertThat(cluster.at("/artifacts/0/evidence/0").asText()).startsWith("posts.csv:");
    assertThat(cluster.at("/timeline")).hasSize(12);
    assertThat(cluster.at("/timeline/0/acts").asLong()).isEqualTo(5);
    assertThat(cluster.at("/alternatives")).isNotEmpty();
    assertThat(cluster.at("/caveats").toString()).contains("not proof of inauthenticity");

    assertThat(cli.run("query", cluster.get("cypher").asText(), "--json")).isZero();
    assertThat(cli.json().get("rows")).hasSize(60);
    assertThat(cli.run("cluster", id)).isZero();
    assertThat(cli.out())
        .contains("Members:", "What they shared:", "Shared acts by day:", "not proof");
  }

  @Test
  void shouldTellOnEachEdgeWhatWasMeasured() {
    cli.run("detect", "--data", data.toString(), "--json");
    List<Map<String, Object>> edges =
        store.read(
            "MATCH (:Account {id: 'account:x:a0'})-[r:COORDINATES_WITH]->"
                + "(:Account {id: 'account:x:a1'}) RETURN properties(r) AS r",
            Map.of(),
            row -> row.get("r").asMap());

    assertThat(edges).hasSize(1);
    assertThat(edges.get(0))
        .containsEntry("signal", "url")
        .containsEntry("mode", "artifacts")
        .containsEntry("window", 60L)
        .containsEntry("weight", 12.0)
        .containsEntry("meanDelaySeconds", 3.0)
        .containsEntry("basis", "derived")
        .containsKeys("symmetry", "p", "q", "run", "source", "firstSeen", "lastSeen");
  }

  @Test
  void shouldChangeNothingWhenRunAgainAndLeaveNoTraceWhenRemoved() {
    String before = graph();
    cli.run("detect", "--data", data.toString(), "--json");
    String run = cli.json().get("run").asText();
    String after = graph();
    assertThat(after).isNotEqualTo(before);

    assertThat(cli.run("detect", "--data", data.toString(), "--json")).isZero();
    assertThat(cli.json().get("written").asBoolean()).isFalse();
    assertThat(graph()).isEqualTo(after);
    assertThat(cli.run("runs", "--json")).isZero();
    assertThat(cli.json().at("/items")).hasSize(1);
    assertThat(cli.json().at("/items/0/parameters/windowSeconds").asLong()).isEqualTo(60);
    assertThat(cli.json().at("/items/0/derivesFrom/0").asText()).isEqualTo("source:posts");

    assertThat(cli.run("run", run, "--remove")).isZero();
    assertThat(graph()).isEqualTo(before);
    assertThat(cli.run("run", run)).isEqualTo(2);
  }

  @Test
  void shouldLeaveOtherRunsAloneAndTellWhoMoved() {
    cli.run("detect", "--data", data.toString(), "--json");
    String all = cli.json().get("run").asText();
    String withOne = graph();
    cli.run("detect", "--data", data.toString(), "--until", "1970-01-10", "--json");
    String early = cli.json().get("run").asText();
    assertThat(early).isNotEqualTo(all);

    assertThat(cli.run("run", all, "--compare", early, "--json")).isZero();
    assertThat(cli.json().get("stayed").asLong()).isEqualTo(5);
    assertThat(cli.json().get("left")).hasSize(4);
    assertThat(cli.run("run", early, "--remove")).isZero();
    assertThat(graph()).isEqualTo(withOne);
  }

  @Test
  void shouldWriteEdgesWithoutADatabase() throws IOException {
    Path file = data.resolve("edges.csv");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int status =
        ClewCli.run(
            new PrintStream(out, true, StandardCharsets.UTF_8),
            System.err,
            settings -> {
              throw new AssertionError("A dry run opens no graph.");
            },
            "detect",
            "--data",
            data.toString(),
            "--dry-run",
            "--significance",
            "off",
            "--edges-out",
            file.toString());

    assertThat(status).isZero();
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).isEqualTo("from,to,weight,mean_delay_seconds,symmetry,p,q");
    assertThat(lines.get(1)).isEqualTo("account:x:a0,account:x:a1,12,3,1,,");
    assertThat(lines.subList(1, lines.size())).isSorted();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("url", "not proof");
  }

  @Test
  void shouldExplainWrongUsage() {
    for (String[] wrong :
        new String[][] {
          {"--signal", "smoke"},
          {"--window", "soon"},
          {"--threshold", "heavy"},
          {"--significance", "maybe"},
          {"--max-q", "2"},
          {"--min-size", "1"},
          {"--mode", "guess"}
        }) {
      assertThat(cli.run("detect", "--data", data.toString(), wrong[0], wrong[1]))
          .as(wrong[0])
          .isEqualTo(2);
    }
    assertThat(cli.run("detect", "--data", data.resolve("empty").toString())).isEqualTo(2);
    assertThat(cli.err()).contains("no posts");
    assertThat(cli.run("cluster", "nothing")).isEqualTo(2);
  }

  /** Everything in the graph but the counters. */
  private String graph() {
    return store
        .read(
            """
            MATCH (n) WHERE NOT n:ClewMeta
            OPTIONAL MATCH (n)-[r]->(to)
            RETURN labels(n) AS l, properties(n) AS n, type(r) AS t, properties(r) AS r, to.id AS to
            ORDER BY n.id, t, r.id
            """,
            Map.of(),
            row -> String.valueOf(sorted(row.asMap())))
        .toString();
  }

  private static @Nullable Object sorted(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> map)) {
      return value;
    }
    Map<String, @Nullable Object> sorted = new TreeMap<>();
    map.forEach((key, inner) -> sorted.put(String.valueOf(key), sorted(inner)));
    return sorted;
  }
}
