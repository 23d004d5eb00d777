package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists are read page by page while others load. */
class PagingTest {
  private static GraphStore store;
  private static HttpServer server;
  private static Client client;
  private static int loads;

  @BeforeAll
  static void start() {
    store = SampleGraph.load();
    for (int i = 0; i < 30; i++) {
      load();
    }
    server = HttpServer.start(store, SampleGraph.DATA, "127.0.0.1", 0);
    client = new Client(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/entities?limit=67",
        "/api/v1/entities?kind=account&limit=67",
        "/api/v1/entities?q=friend&limit=67",
        "/api/v1/links?limit=97",
        "/api/v1/links?to=liberty.example&limit=97",
        "/api/v1/entities/liberty.example/links?limit=97",
        "/api/v1/sources?limit=7",
        "/api/v1/clusters?sort=id&limit=7",
        "/api/v1/clusters?limit=7"
      })
  void shouldShowEachThingOnceWhileOthersLoad(String path) {
    List<String> there = ids(path, () -> {});
    List<String> seen = ids(path, PagingTest::load);
    assertThat(there).hasSizeGreaterThan(15).doesNotHaveDuplicates();
    assertThat(seen).containsAll(there).doesNotHaveDuplicates();
  }

  @Test
  void shouldFindTheSameByPagesAsAtOnce() {
    String path = "/api/v1/entities?q=friend%201&limit=";
    assertThat(ids(path + "37", () -> {})).isEqualTo(ids(path + "1000", () -> {}));
  }

  @Test
  void shouldListTheNameThatIsAskedForFirst() {
    assertThat(ids("/api/v1/entities?q=Friend%201&limit=1000", () -> {}))
        .startsWith("account:x:1001");
    assertThat(ids("/api/v1/entities?q=%40friend149&limit=10", () -> {}))
        .startsWith("account:x:1149");
  }

  @Test
  void shouldSayThatASearchIsCut() {
    store.execute(
        """
        UNWIND range(1, 10100) AS i
        CREATE (:Entity:Account {id: 'account:y:' + i, name: 'Zebra ' + i})
        """,
        Map.of());
    JsonNode cut = ok("/api/v1/entities?q=zebra&limit=5");
    assertThat(cut.at("/truncated/reason").asText()).contains("10,000");
    assertThat(cut.get("next").isNull()).isFalse();
    assertThat(ok("/api/v1/entities?q=press").get("truncated").isNull()).isTrue();
    store.execute(
        """
        MATCH (e:Account) WHERE e.id STARTS WITH 'account:y:'
        CALL (e) { DETACH DELETE e } IN TRANSACTIONS OF 2000 ROWS
        """,
        Map.of());
  }

  private static List<String> ids(String path, Runnable betweenPages) {
    List<String> ids = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = ok(path + "&cursor=" + cursor);
      page.get("items").forEach(item -> ids.add(item.get("id").asText()));
      cursor = page.get("next").isNull() ? null : page.get("next").asText();
      betweenPages.run();
    }
    return ids;
  }

  /** A load of things that come before, between and after those that are there. */
  private static void load() {
    loads++;
    EntityId source = EntityId.source("load-" + loads % 7 + "-" + loads);
    List<StatedEntity> entities = new ArrayList<>();
    List<Link> links = new ArrayList<>();
    IntStream.range(0, 4)
        .forEach(
            i -> {
              String local = loads % 10 + "" + i + "-" + loads;
              EntityId account = EntityId.account("x", local);
              String name = "Friend " + local;
              entities.add(new StatedEntity(Entity.of(account, name), source, List.of()));
              links.add(
                  Link.of(account, LinkType.LINKS_TO, SampleGraph.SITE, source, Basis.OBSERVED));
            });
    EntityId cluster = EntityId.cluster("case", loads % 10 + "-" + loads);
    entities.add(new StatedEntity(Entity.of(cluster, "Cluster " + loads), source, List.of()));
    links.add(Link.of(SampleGraph.SITE, LinkType.IN_CLUSTER, cluster, source, Basis.REPORTED));
    Source stated =
        new Source(
            source, "Load", null, null, Grade.parse("B2"), null, null, null, null, null, List.of());
    GraphWriter.of(store)
        .write(
            new Facts(List.of(stated), entities, links), "key" + loads, GraphWriter.Progress.NONE);
  }

  private static JsonNode ok(String path) {
    HttpResponse<String> response = client.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return Client.json(response);
  }
}
