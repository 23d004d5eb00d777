package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import org.clew.api.cli.CliRun;
import org.clew.api.export.ExportFormat;
import org.clew.cypher.database.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever writes a script can go from the command line to HTTP and back. */
class SameDocumentsTest {
  private static HttpServer server;
  private static Client client;
  private static CliRun cli;

  @BeforeAll
  static void start() {
    GraphStore store = SampleGraph.load();
    server = HttpServer.start(store, SampleGraph.DATA, "127.0.0.1", 0);
    client = new Client(server.uri());
    cli = new CliRun(store);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "links liberty.example --direction in --limit 7|entities/domain:liberty.example/links?direction=in&limit=7",
        "links outlet:ir:press-tv|entities/outlet:ir:press-tv/links",
        "sources|sources",
        "status|status",
        "export liberty.example --hops 2 --max-entities 20|subgraph?entity=liberty.example&hops=2&maxEntities=20"
      })
  void shouldAnswerAsTheCommandLineDoes(String command, String path) {
    cli.run((command + " --json").split(" "));
    JsonNode answer = Client.json(client.get("/api/v1/" + path));
    assertThat(answer).isEqualTo(cli.json());
  }

  @Test
  void shouldTraceAsTheCommandLineDoes() {
    assertThat(cli.run("trace", "liberty.example", "--to", "press tv", "--json")).isZero();
    HttpResponse<String> answer =
        client.post("/api/v1/traces", "{\"from\": \"liberty.example\", \"to\": \"press tv\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Client.json(answer)).isEqualTo(cli.json());
  }

  @Test
  void shouldTraceAmplificationAsTheCommandLineDoes() {
    String words = "trace cluster:case:liberty --to state-media --hypothesis amplification --json";
    assertThat(cli.run(words.split(" "))).isZero();
    HttpResponse<String> answer =
        client.post(
            "/api/v1/traces",
            "{\"from\": \"cluster:case:liberty\", \"to\": \"state-media\", \"hypothesis\": \"amplification\"}");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(Client.json(answer)).isEqualTo(cli.json());
    assertThat(cli.json().get("hypothesis").asText()).isEqualTo("amplification");
    assertThat(cli.json().get("chains")).isNotEmpty();
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void shouldExportAsTheCommandLineDoes(ExportFormat format) {
    cli.run("export", "press tv", "--hops", "2", "--format", format.word());
    HttpResponse<String> answer =
        client.get("/api/v1/subgraph?entity=press%20tv&hops=2", "Accept", format.mediaType());
    assertThat(answer.headers().firstValue("Content-Type")).contains(format.mediaType());
    assertThat(answer.body()).hasSizeGreaterThan(500).isEqualTo(cli.out());
  }
}
