package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.clew.cypher.TestGraph;
import org.clew.loader.access.AuditLog;
import org.clew.loader.ingest.DataFolder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestAuditTest {
  @TempDir private Path folder;

  @Test
  void shouldNoteWhoAskedForWhatAndWhatTheyGot() {
    KeyedServer server = KeyedServer.start(SampleGraph.load(), folder, 0);
    server.client().get("/");
    server.client().get("/health");
    server.client().get("/api/v1/entities?q=press", server.as("reader"));
    server.client().get("/api/v1/keys", server.as("reader"));
    server.client().get("/api/v1/entities/nobody", server.as("reader"));
    server.client().get("/api/v1/status", server.as("revoked"));
    post(server, "/api/v1/cypher", "{\"query\": \"RETURN 1 AS n\"}");
    server.close();

    AuditLog log = server.data().audit();
    assertThat(log.verify().isWhole()).isTrue();
    List<JsonNode> lines = log.read(all -> all.toList());
    assertThat(lines)
        .extracting(line -> line.get("name").asText() + " " + line.get("status") + line.get("path"))
        .containsExactly(
            "reader 200\"/api/v1/entities?q=press\"",
            "reader 403\"/api/v1/keys\"",
            "reader 404\"/api/v1/entities/nobody\"",
            "null 401\"/api/v1/status\"",
            "analyst 200\"/api/v1/cypher\"");
    assertThat(lines.get(2).get("route").asText()).startsWith("/api/v1/entities/{id");
    assertThat(lines.get(3).get("who").asText()).isEqualTo("none");
    assertThat(lines.get(4).get("text").asText()).contains("RETURN 1 AS n");
    assertThat(lines.get(4).get("from").asText()).isEqualTo("127.0.0.1");
    server.keys().values().stream()
        .filter(key -> !key.isEmpty())
        .forEach(key -> assertThat(lines.toString()).doesNotContain(key.substring(18)));
  }

  @Test
  void shouldCallTheSingleUserLocal() {
    try (HttpServer server =
        HttpServer.start(
            TestGraph.empty(), new DataFolder(folder), ServeSettings.local("127.0.0.1", 0))) {
      new Client(server.uri()).get("/api/v1/status");
    }
    assertThat(
            new DataFolder(folder)
                .audit()
                .<List<String>>read(all -> all.map(line -> line.get("who").asText()).toList()))
        .containsExactly("local");
  }

  @Test
  void shouldAnswerWhereTheLogCannotBeWrittenAndTellHowManyAreMissing() throws Exception {
    Path log = Files.createDirectory(folder.resolve("audit.jsonl"));
    try (KeyedServer server = KeyedServer.start(TestGraph.empty(), folder, 0)) {
      for (int i = 0; i < 3; i++) {
        assertThat(server.client().get("/api/v1/status", server.as("reader")).statusCode())
            .isEqualTo(200);
      }
      Files.delete(log);
    }
    assertThat(told(200) + missed()).isEqualTo(3);
    assertThat(new DataFolder(folder).audit().verify().isWhole()).isTrue();
  }

  @Test
  void shouldCountStrangersBeyondTheFirstInsteadOfFillingTheDisk() {
    try (KeyedServer server = KeyedServer.start(TestGraph.empty(), folder, 0)) {
      IntStream.range(0, 400).forEach(i -> server.client().get("/api/v1/status"));
    }
    assertThat(missed()).isPositive();
    assertThat(told(401) + missed()).isEqualTo(400);
  }

  @Test
  void shouldTellCallersHowTheyStandWithTheirLimit() {
    try (KeyedServer server = KeyedServer.start(TestGraph.empty(), folder, 1)) {
      HttpResponse<String> first = server.client().get("/api/v1/status", server.as("reader"));
      assertThat(first.headers().firstValue("RateLimit-Policy")).contains("\"default\";q=4;w=4");
      assertThat(first.headers().firstValue("RateLimit").orElse("")).startsWith("\"default\";r=3;");

      List<HttpResponse<String>> answers =
          IntStream.range(0, 40)
              .mapToObj(i -> server.client().get("/api/v1/status", server.as("reader")))
              .toList();
      HttpResponse<String> refused =
          answers.stream().filter(answer -> answer.statusCode() == 429).findFirst().orElseThrow();
      assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
      assertThat(refused.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(server.client().get("/api/v1/status", server.as("admin")).statusCode())
          .isEqualTo(200);
      assertThat(server.client().get("/health").statusCode()).isEqualTo(200);
    }
  }

  private long told(int status) {
    return lines().stream().filter(line -> line.get("status").asInt() == status).count();
  }

  private long missed() {
    return lines().stream()
        .filter(line -> line.get("who").asText().equals("clew"))
        .mapToLong(line -> Long.parseLong(line.get("path").asText().split(" ")[0]))
        .sum();
  }

  private List<JsonNode> lines() {
    return new DataFolder(folder).audit().read(all -> all.toList());
  }

  private static void post(KeyedServer server, String path, String json) {
    server
        .client()
        .send(
            server
                .client()
                .request(path, server.as("analyst"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
  }
}
