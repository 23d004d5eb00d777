package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole walk on the complete published sets: files, graph, traces, exports. */
class LoadTraceExportTest {
  private static final Path REAL = Path.of(System.getProperty("clew.data.real", "../shared/data"));

  @TempDir private Path folder;

  @Test
  void shouldLoadThePublishedSetsAndTraceThem() throws IOException {
    assumeTrue(Files.isDirectory(REAL), "The published data sets are not at " + REAL);
    GraphStore store = TestGraph.empty();
    CliRun cli = new CliRun(store, folder);
    List<String> load = new ArrayList<>(List.of("load", "--json"));
    load.addAll(files());

    assertThat(cli.run(load.toArray(String[]::new))).isEqualTo(3);
    JsonNode matrix = file(cli.json(), "State_Media_Matrix.csv");
    assertThat(matrix.get("rows").asLong()).isEqualTo(1156);
    assertThat(matrix.get("accepted").asLong()).isEqualTo(1156);
    assertThat(rejects(matrix, "Twitter Link")).isEqualTo(46);

    assertThat(cli.run("status", "--json")).isZero();
    JsonNode status = cli.json();
    assertThat(status.at("/entities/MediaOutlet").asLong()).isEqualTo(1111);

    shouldTieNovorosinformToTsargrad(cli);
    shouldTieKatehonToGeopolitikaOnly(cli);
    shouldKeepMassMoveApart(cli, store);
    shouldChangeNothingWhenLoadedAgain(cli, load, status);
  }

  private void shouldTieNovorosinformToTsargrad(CliRun cli) {
    assertThat(cli.run("trace", "novorosinform.org", "--to", "state-media", "--json")).isZero();
    JsonNode trace = cli.json();
    assertThat(trace.get("chains")).hasSize(1);
    JsonNode chain = trace.at("/chains/0");
    assertThat(chain.at("/target/id").asText()).isEqualTo("outlet:ru:tsargrad-tv");
    assertThat(chain.at("/target/attributes/stateRelation").asText()).isEqualTo("captured");
    List<String> verifications = new ArrayList<>();
    chain
        .at("/hops/0/evidence")
        .forEach(
            evidence -> {
              if (evidence.get("kind").asText().equals("tracker/verification")) {
                verifications.add(evidence.get("viaName").asText());
              }
            });
    assertThat(verifications).hasSize(5);
    assertThat(chain.at("/hops/0/sentence").asText()).contains(verifications);
    assertThat(trace.get("claims").findValuesAsText("reason"))
        .anyMatch(reason -> reason.contains("Tsargrad media"));
  }

  private void shouldTieKatehonToGeopolitikaOnly(CliRun cli) {
    assertThat(cli.run("trace", "katehon.com", "--to", "geopolitika.ru", "--json")).isZero();
    assertThat(cli.json().at("/chains/0/score").asDouble()).isGreaterThan(0.99);
    for (String site : List.of("katehon.com", "geopolitika.ru")) {
      assertThat(cli.run("trace", site, "--json")).isZero();
      assertThat(cli.json().get("chains")).isEmpty();
    }
  }

  /** No site has a chain to a state medium, and no chain joins the two operators. */
  private void shouldKeepMassMoveApart(CliRun cli, GraphStore store) {
    store.execute(
        """
        MATCH (o:Organization)-[:OPERATES]->(d:Domain)
        MERGE (c:Entity:Cluster {id: 'cluster:analyst:massmove', name: 'MassMove'})
        MERGE (d)-[:IN_CLUSTER {id: 'massmove-' + d.id, source: 'source:analyst'}]->(c)
        """,
        Map.of());
    assertThat(cli.run("trace", "cluster:analyst:massmove", "--json")).isZero();
    assertThat(cli.json().get("chains")).isEmpty();
    assertThat(cli.run("trace", "Metric Media", "--to", "Locality Labs", "--json")).isZero();
    assertThat(cli.json().get("chains")).isEmpty();
    store.execute("MATCH (c:Cluster {id: 'cluster:analyst:massmove'}) DETACH DELETE c", Map.of());
  }

  private void shouldChangeNothingWhenLoadedAgain(CliRun cli, List<String> load, JsonNode status)
      throws IOException {
    Path first = folder.resolve("first.graphml");
    Path second = folder.resolve("second.graphml");
    assertThat(cli.run("export", "--all", "--format", "graphml", "--out", first.toString()))
        .isZero();
    assertThat(cli.run(load.toArray(String[]::new))).isEqualTo(3);
    assertThat(cli.json().at("/files/0/alreadyLoaded").asBoolean()).isTrue();
    assertThat(cli.run("export", "--all", "--format", "graphml", "--out", second.toString()))
        .isZero();
    assertThat(second).hasSameBinaryContentAs(first);
    cli.run("status", "--json");
    assertThat(cli.json()).isEqualTo(status);
  }

  private static List<String> files() throws IOException {
    List<String> files = new ArrayList<>();
    for (String name :
        List.of("asd-state-media-matrix", "asd-laundromat", "massmove", "meta-threat-research")) {
      try (Stream<Path> found = Files.walk(REAL.resolve(name))) {
        found
            .filter(f -> f.toString().endsWith(".csv"))
            .sorted()
            .map(Path::toString)
            .forEach(files::add);
      }
    }
    return files;
  }

  private static JsonNode file(JsonNode report, String name) {
    for (JsonNode file : report.get("files")) {
      if (file.get("file").asText().equals(name)) {
        return file;
      }
    }
    throw new AssertionError(name + " is not in " + report);
  }

  private static long rejects(JsonNode file, String column) throws IOException {
    try (Stream<String> lines = Files.lines(Path.of(file.get("rejectsFile").asText()))) {
      return lines.filter(line -> line.contains("," + column + ",")).count();
    }
  }
}
