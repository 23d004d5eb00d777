package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.IntStream;
import org.clew.api.cli.CliRun;
import org.clew.api.export.HostileGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SavedRoutesTest {
  private static final String QUERY = "MATCH (o:MediaOutlet) RETURN o.id AS id";

  @TempDir private Path folder;
  private HttpServer server;
  private Client client;
  private CliRun cli;

  @BeforeEach
  void start() {
    GraphStore store = SampleGraph.load();
    server = HttpServer.start(store, new DataFolder(folder), "127.0.0.1", 0);
    client = new Client(server.uri());
    cli = new CliRun(store, folder);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldKeepAndRunAQueryUnderItsName() {
    assertThat(cli("query", QUERY, "--save", "outlets", "--json")).isZero();
    JsonNode rows = cli.json();
    assertThat(cli("query", "--saved", "outlets", "--json")).isZero();
    assertThat(cli.json()).isEqualTo(rows);
    JsonNode run = ok(client.post("/api/v1/saved/outlets/run", ""));
    assertThat(run.get("rows")).isEqualTo(rows.get("rows"));
    assertThat(ok(client.get("/api/v1/saved")).at("/items/0/query").asText()).isEqualTo(QUERY);

    assertThat(ok(put("with", "{\"query\": \"RETURN $a AS a\", \"parameters\": {\"a\": 7}}")))
        .isEqualTo(ok(client.get("/api/v1/saved/with")));
    assertThat(cli("saved", "with", "--run", "--json")).isZero();
    assertThat(cli.json().at("/rows/0/0").asInt()).isEqualTo(7);
    assertThat(cli("saved")).isZero();
    assertThat(cli.out()).contains("outlets", "with", "RETURN $a AS a");
  }

  @Test
  void shouldKeepAndRunATraceUnderItsName() {
    assertThat(cli("trace", "liberty.example", "--to", "press tv", "--save", "lfp", "--json"))
        .isZero();
    JsonNode trace = cli.json();
    assertThat(ok(client.post("/api/v1/saved/lfp/run", ""))).isEqualTo(trace);
    assertThat(cli("saved", "lfp", "--run", "--json")).isZero();
    assertThat(cli.json()).isEqualTo(trace);
    assertThat(cli("query", "--saved", "lfp")).isEqualTo(2);
    assertThat(cli.err()).contains("is a trace");

    assertThat(client.send(client.request("/api/v1/saved/lfp").DELETE().build()).statusCode())
        .isEqualTo(200);
    assertThat(client.get("/api/v1/saved/lfp").statusCode()).isEqualTo(404);
    assertThat(cli("saved", "lfp", "--remove")).isEqualTo(2);
  }

  @Test
  void shouldKeepHostileTextsAsTheyAre() throws IOException {
    ObjectMapper json = new ObjectMapper();
    int number = 0;
    for (String text : HostileGraph.TEXTS) {
      String name = "hostile" + number++;
      String body =
          json.writeValueAsString(
              Map.of("query", "RETURN $a AS a", "parameters", Map.of("a", text, "b", text)));
      JsonNode saved = ok(put(name, body));
      String back = text.startsWith("half ") ? "half ? and ? of a pair" : text;
      assertThat(saved.at("/parameters/a").asText()).as(name).isEqualTo(back);
      assertThat(ok(client.get("/api/v1/saved/" + name))).isEqualTo(saved);
      JsonNode run = ok(client.post("/api/v1/saved/" + name + "/run", ""));
      assertThat(run.at("/rows/0/0").asText()).as(name).isEqualTo(back);
      assertThat(cli("saved", name)).isZero();
    }
  }

  @Test
  void shouldRunNoSavedQueryThatWrites() {
    ok(put("evil", "{\"query\": \"MATCH (n) DETACH DELETE n\"}"));
    assertThat(client.post("/api/v1/saved/evil/run", "").statusCode()).isEqualTo(403);
    assertThat(cli("query", "MATCH (n) DETACH DELETE n", "--save", "evil2")).isEqualTo(1);
    assertThat(client.get("/api/v1/saved/evil2").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldRefuseNamesAndBodiesThatMakeNoSense() {
    for (String name : new String[] {"..%2Fkeys", "%2e%2e", ".hidden", "a%20b", "a%00", "-x"}) {
      assertThat(put(name, "{\"query\": \"RETURN 1\"}").statusCode()).as(name).isIn(400, 404);
    }
    assertThat(put("x".repeat(61), "{\"query\": \"RETURN 1\"}").statusCode()).isEqualTo(400);
    assertThat(put("x", "{}").statusCode()).isEqualTo(400);
    assertThat(put("x", "{\"query\": \"RETURN 1\", \"trace\": {}}").statusCode()).isEqualTo(400);
    assertThat(put("x", "{\"trace\": {\"from\": \"a\", \"hops\": 99}}").statusCode())
        .isEqualTo(400);
    assertThat(put("x", "{\"cypher\": \"RETURN 1\"}").statusCode()).isEqualTo(400);
    assertThat(folder.resolve("saved.json")).doesNotExist();
  }

  @Test
  void shouldLoseNothingWhereManySaveAtOnce() {
    IntStream.range(0, 24)
        .parallel()
        .forEach(i -> ok(put("q" + i, "{\"query\": \"RETURN " + i + "\"}")));
    assertThat(ok(client.get("/api/v1/saved")).get("items")).hasSize(24);
  }

  @Test
  void shouldSayThatTheFileIsDamaged() throws Exception {
    Files.writeString(folder.resolve("saved.json"), "{\"version\": 1, \"saved\": [{");
    assertThat(cli("saved")).isEqualTo(1);
    assertThat(cli.err()).contains("saved.json' is damaged").hasLineCount(1);
  }

  private int cli(String... arguments) {
    String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = folder.toString();
    return cli.run(all);
  }

  private static JsonNode ok(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Client.json(answer);
  }

  private HttpResponse<String> put(String name, String body) {
    return client.send(
        client
            .request("/api/v1/saved/" + name, "Content-Type", "application/json")
            .PUT(BodyPublishers.ofString(body))
            .build());
  }
}
