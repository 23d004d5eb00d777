package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.clew.api.cli.CliRun;
import org.clew.api.coordination.SamplePosts;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectionRoutesTest {
  @TempDir private static Path data;
  private static HttpServer server;
  private static Client client;
  private static CliRun cli;

  @BeforeAll
  static void start() {
    GraphStore store = TestGraph.empty();
    SamplePosts.fill(new DataFolder(data));
    server = HttpServer.start(store, new DataFolder(data), "127.0.0.1", 0);
    client = new Client(server.uri());
    cli = new CliRun(store);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldDetectAsTheCommandLineDoes() {
    JsonNode job = finished("{\"signal\": [\"url\"], \"minWeight\": 2}");
    assertThat(job.get("state").asText()).isEqualTo("done");
    assertThat(job.at("/result/clusters")).hasSize(2);

    cli.run("detect", "--signal", "url", "--min-weight", "2", "--data", "" + data, "--json");
    ObjectNode printed = (ObjectNode) cli.json();
    assertThat(printed.get("written").asBoolean()).isFalse();
    assertThat(job.get("result")).isEqualTo(printed.put("written", true));

    cli.run("clusters", "--json");
    assertThat(get("clusters")).isEqualTo(cli.json());
    String cluster = cli.json().at("/items/0/id").asText();
    cli.run("cluster", cluster, "--json");
    assertThat(get("clusters/" + cluster)).isEqualTo(cli.json());
    cli.run("runs", "--json");
    assertThat(get("detections")).isEqualTo(cli.json());

    String run = job.at("/result/run").asText();
    assertThat(get("detections/" + run).get("id").asText()).isEqualTo(run);
    HttpResponse<String> removed =
        client.send(client.request("/api/v1/detections/" + run).DELETE().build());
    assertThat(Client.json(removed).at("/removed").size()).isPositive();
    assertThat(get("clusters").get("items")).isEmpty();
    assertThat(client.get("/api/v1/detections/" + run).statusCode()).isEqualTo(404);
  }

  @Test
  void shouldSayWhyNothingCouldBeDetected() {
    JsonNode job = finished("{\"source\": [\"nobody\"]}");
    assertThat(job.get("state").asText()).isEqualTo("failed");
    assertThat(job.get("failure").asText()).contains("nobody");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"signal\": [\"smoke\"]}|'smoke' is not a signal",
        "{\"signal\": [null]}|wrong value in 'signal'",
        "{\"window\": \"soon\"}|'soon' is not a time",
        "{\"mode\": \"guess\"}|'guess' is no mode",
        "{\"edgesOut\": \"/etc/passwd\"}|no field 'edgesOut'",
        "{\"minWeight\": 1.5}|wrong value in 'minWeight'",
        "{\"maxQ\": 7}|q",
        "[]|wrong value"
      })
  void shouldNameWhatIsWrongWithARequest(String body, String sentence) {
    HttpResponse<String> answer = client.post("/api/v1/detections", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Client.json(answer).get("detail").asText()).contains(sentence);
  }

  @Test
  void shouldKnowNoJobOfThatName() {
    for (String path : new String[] {"jobs/x", "jobs/x/events", "clusters/x", "detections/x"}) {
      assertThat(client.get("/api/v1/" + path).statusCode()).as(path).isEqualTo(404);
    }
  }

  /** Starts a detection and follows its events to the end. */
  private static JsonNode finished(String body) {
    HttpResponse<String> accepted = client.post("/api/v1/detections", body);
    assertThat(accepted.statusCode()).isEqualTo(202);
    String job = accepted.headers().firstValue("Location").orElseThrow();
    String events = client.get(job + "/events").body();
    JsonNode now = Client.json(client.get(job));
    assertThat(events).contains("event: " + now.get("state").asText());
    assertThat(get("jobs").at("/items/0")).isEqualTo(now);
    return now;
  }

  private static JsonNode get(String path) {
    HttpResponse<String> answer = client.get("/api/v1/" + path);
    assertThat(answer.statusCode()).as(path).isEqualTo(200);
    return Client.json(answer);
  }
}
