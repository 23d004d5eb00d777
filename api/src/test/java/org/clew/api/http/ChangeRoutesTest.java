package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.clew.api.cli.CliRun;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangeRoutesTest {
  private static final String FIRST =
      """
      clew: 1
      sources: [{id: first, title: First, grade: C3}]
      entities:
        - {id: "domain:example.org", name: Example, source: first, note: plain}
        - {id: "outlet:ir:press-tv", name: Press TV, source: first, country: IR, stateRelation: state-controlled}
        - {id: "cluster:case:press", name: Press, source: first}
      links:
        - {from: "outlet:ir:press-tv", type: PUBLISHES_ON, to: "domain:example.net", source: first}
        - {from: "domain:example.org", type: IN_CLUSTER, to: "cluster:case:press", source: first}
      """;
  private static final String SECOND =
      """
      clew: 1
      sources: [{id: second, title: Second, grade: A1}]
      entities:
        - {id: "domain:example.org", name: Better name, source: second, note: better}
        - {id: "domain:example.com", name: New one, source: second}
      links:
        - {from: "outlet:ir:press-tv", type: PUBLISHES_ON, to: "domain:example.net", source: second}
        - {from: "domain:example.org", type: USES, to: "indicator:tracker/ga:UA-14540629", source: second}
        - {from: "domain:example.net", type: USES, to: "indicator:tracker/ga:UA-14540629", source: second}
      """;

  @TempDir private Path folder;
  private HttpServer server;
  private Client client;
  private CliRun cli;
  private Path data;

  @BeforeEach
  void start() throws IOException {
    GraphStore store = TestGraph.empty();
    data = folder.resolve("data");
    server = HttpServer.start(store, new DataFolder(data), "127.0.0.1", 0);
    client = new Client(server.uri());
    cli = new CliRun(store, data);
    load("first.yml", FIRST);
    load("second.yml", SECOND);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldTellWhatTheLastLoadBrought() {
    JsonNode changes = ok("/api/v1/changes?cluster=cluster:case:press");
    assertThat(changes.at("/changes/0/command").asText()).isEqualTo("load");
    assertThat(changes.at("/changes/0/detail").asText()).endsWith("second.yml");
    assertThat(texts(changes.get("added")))
        .contains("source:second")
        .doesNotContain("source:first");
    assertThat(changes.get("gone")).isEmpty();

    assertThat(named(changes, "new"))
        .contains("domain:example.com", "indicator:tracker/ga:UA-14540629")
        .doesNotContain("domain:example.org");
    JsonNode changed = entity(changes, "domain:example.org");
    assertThat(changed.at("/attributes/name/before").asText()).isEqualTo("Example");
    assertThat(changed.at("/attributes/name/after").asText()).isEqualTo("Better name");
    assertThat(changed.at("/attributes/note/before").asText()).isEqualTo("plain");
    assertThat(changes.at("/counts/newLinks").asLong()).isEqualTo(2);
    assertThat(changes.at("/counts/confirmedLinks").asLong()).isEqualTo(1);
    assertThat(changes.at("/links/2/change").asText()).isEqualTo("confirms");
    assertThat(changes.at("/links/2/type").asText()).isEqualTo("PUBLISHES_ON");

    JsonNode verdict = changes.at("/verdicts/0");
    assertThat(verdict.get("outlet").asText()).isEqualTo("outlet:ir:press-tv");
    assertThat(verdict.get("changed").asBoolean()).isTrue();
    assertThat(verdict.get("before").asText("none")).isNotEqualTo(verdict.get("after").asText());
    assertThat(cli("changes", "--cluster", "cluster:case:press", "--json")).isZero();
    assertThat(cli.json()).isEqualTo(changes);
    assertThat(cli("changes")).isZero();
    assertThat(cli.out()).contains("changed  domain:example.org", "note: plain → better");
  }

  @Test
  void shouldTellChangesSinceAVersionAndOfASource() {
    long first = new DataFolder(data).journal().entries().get(0).version();
    assertThat(ok("/api/v1/changes?since=" + first)).isEqualTo(ok("/api/v1/changes"));
    assertThat(ok("/api/v1/changes?since=0").get("changes")).hasSize(2);
    assertThat(ok("/api/v1/changes?since=2000-01-01").get("changes")).hasSize(2);
    assertThat(ok("/api/v1/changes?since=9999-01-01").get("changes")).isEmpty();
    JsonNode ofFirst = ok("/api/v1/changes?source=first");
    assertThat(ofFirst.get("changes")).isEmpty();
    assertThat(named(ofFirst, "new")).contains("cluster:case:press");
    assertThat(client.get("/api/v1/changes?source=nobody").statusCode()).isEqualTo(404);
    assertThat(client.get("/api/v1/changes?since=yesterday").statusCode()).isEqualTo(400);
    assertThat(client.get("/api/v1/changes?since=1&source=first").statusCode()).isEqualTo(400);
  }

  @Test
  void shouldTellThatASourceWentAndThatLoadingAgainChangesNothing() throws IOException {
    load("second.yml", SECOND);
    assertThat(new DataFolder(data).journal().entries()).hasSize(2);

    assertThat(cli("unload", "second")).isZero();
    JsonNode changes = ok("/api/v1/changes");
    assertThat(changes.at("/changes/0/command").asText()).isEqualTo("unload");
    assertThat(texts(changes.get("gone"))).containsExactly("source:second");
    assertThat(changes.get("entities")).isEmpty();

    load("second.yml", SECOND);
    assertThat(texts(ok("/api/v1/changes").get("added"))).containsExactly("source:second");
    assertThat(ok("/api/v1/changes?since=0").get("gone")).isEmpty();
  }

  @Test
  void shouldGoOnAfterHalfALineThatAStoppedProcessLeft() throws IOException {
    Path journal = data.resolve("journal.jsonl");
    Files.writeString(journal, "{\"version\": 99, \"at", StandardOpenOption.APPEND);
    assertThat(new DataFolder(data).journal().entries()).hasSize(2);
    assertThat(cli("unload", "second")).isZero();
    assertThat(new DataFolder(data).journal().entries()).hasSize(3);
    assertThat(Files.readAllLines(journal)).hasSize(3);
  }

  private void load(String name, String content) throws IOException {
    Path file = Files.writeString(folder.resolve(name), content);
    assertThat(cli("load", file.toString())).as(cli.err()).isZero();
  }

  private int cli(String... arguments) {
    if (arguments[0].equals("load")) {
      return cli.run(arguments);
    }
    String[] all = Arrays.copyOf(arguments, arguments.length + 2);
    all[arguments.length] = "--data";
    all[arguments.length + 1] = data.toString();
    return cli.run(all);
  }

  private static JsonNode entity(JsonNode changes, String id) {
    for (JsonNode entity : changes.get("entities")) {
      if (entity.get("id").asText().equals(id)) {
        return entity;
      }
    }
    throw new AssertionError(id + " is not in " + changes);
  }

  private static List<String> named(JsonNode changes, String change) {
    List<String> ids = new ArrayList<>();
    for (JsonNode entity : changes.get("entities")) {
      if (entity.get("change").asText().equals(change)) {
        ids.add(entity.get("id").asText());
      }
    }
    return ids;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(each -> texts.add(each.asText()));
    return texts;
  }

  private JsonNode ok(String path) {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Client.json(answer);
  }
}
