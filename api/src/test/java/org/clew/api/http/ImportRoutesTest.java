package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.clew.cypher.TestGraph;
import org.clew.loader.ingest.DataFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportRoutesTest {
  private static final String CASE =
      """
      clew: 1
      title: A case
      sources:
        - {id: report, title: Report, grade: B2}
      entities:
        - {id: 'domain:example.org', name: example.org, source: report}
      """;

  @TempDir private static Path data;
  private static HttpServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    server = HttpServer.start(TestGraph.empty(), new DataFolder(data), "127.0.0.1", 0);
    client = new Client(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldLoadWhatIsSentAndForgetTheCopy() throws Exception {
    JsonNode job = finished("?name=../../etc/my-case.yml", CASE);
    assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
    assertThat(job.at("/result/files/0/file").asText()).isEqualTo("my-case.yml");
    assertThat(job.at("/result/files/0/accepted").asInt()).isEqualTo(2);
    assertThat(client.get("/api/v1/entities/example.org").statusCode()).isEqualTo(200);
    JsonNode again = finished("?name=my-case.yml", CASE);
    assertThat(again.at("/result/files/0/alreadyLoaded").asBoolean()).isTrue();
    try (Stream<Path> left = Files.list(data.resolve("temporary"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void shouldNameLoadsThatWereCutOffAndNotWhereTheirFilesAre() throws Exception {
    Path marks = Files.createDirectories(data.resolve("unfinished"));
    Files.writeString(
        marks.resolve("a.json"),
        "{\"files\":[\"/srv/inbox/a.csv\",\"-\"],\"since\":\"2026-08-21T10:15:30Z\"}");
    JsonNode unfinished = Client.json(client.get("/api/v1/status")).get("unfinished");

    assertThat(unfinished).hasSize(1);
    assertThat(unfinished.at("/0/files").toString()).isEqualTo("[\"a.csv\",\"-\"]");
    assertThat(unfinished.at("/0/running").asBoolean(true)).isFalse();
  }

  @Test
  void shouldTakePostsLargerThanAnyOtherBody() {
    StringBuilder table = new StringBuilder("object_id,account_id,content_id,timestamp_share\n");
    for (int row = 0; row < 60_000; row++) {
      table.append("http://post.example/").append(row % 50).append(",acc").append(row % 90);
      table.append(",").append(row).append(",").append(1_500_000_000 + row).append('\n');
    }
    assertThat(table.length()).isGreaterThan(1 << 21);
    JsonNode job = finished("?name=posts.csv&artifactKind=url", table.toString());
    assertThat(job.get("state").asText()).as(job.toString()).isEqualTo("done");
    assertThat(job.at("/result/files/0/accepted").asInt()).isEqualTo(60_000);
    assertThat(Client.json(client.get("/api/v1/status")).get("posts").asInt()).isEqualTo(60_000);
  }

  @Test
  void shouldReadATableInTheCharsetOfItsMediaType() {
    Charset ansi = Charset.forName("windows-1252");
    byte[] table = "id,title\nsource:ansi,Größe\n".getBytes(ansi);
    JsonNode job =
        finished("?name=ansi.csv", "text/csv; charset=" + ansi, BodyPublishers.ofByteArray(table));
    assertThat(job.at("/result/files/0/rejected").asInt()).as(job.toString()).isZero();
    assertThat(client.get("/api/v1/sources").body()).contains("Größe");
  }

  @Test
  void shouldSayWhyAFileCannotBeRead() {
    JsonNode job = finished("?name=what.bin", "\u0000\u0001\u0002 nothing");
    assertThat(job.get("state").asText()).isEqualTo("failed");
    assertThat(job.get("failure").asText()).contains("what.bin");
  }

  @ParameterizedTest
  @CsvSource({
    "grade=Z9",
    "format=nope",
    "artifactKind=smoke",
    "encoding=smoke",
    "date=tomorrow",
    "nothing=1"
  })
  void shouldNameWhatIsWrongWithAParameter(String parameter) {
    HttpResponse<String> answer = client.post("/api/v1/imports?" + parameter, CASE);
    assertThat(answer.statusCode()).isEqualTo(400);
  }

  @Test
  void shouldNameTheFormatsThereAre() {
    HttpResponse<String> answer = client.post("/api/v1/imports?format=nope", CASE);
    assertThat(Client.json(answer).get("detail").asText())
        .startsWith("There is no format 'nope'; formats are ")
        .contains("stix");
  }

  private static JsonNode finished(String query, String body) {
    return finished(query, "application/octet-stream", BodyPublishers.ofString(body));
  }

  private static JsonNode finished(String query, String type, BodyPublisher body) {
    HttpResponse<String> accepted =
        client.send(
            client.request("/api/v1/imports" + query, "Content-Type", type).POST(body).build());
    assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
    String job = accepted.headers().firstValue("Location").orElseThrow();
    client.get(job + "/events");
    return Client.json(client.get(job));
  }
}
