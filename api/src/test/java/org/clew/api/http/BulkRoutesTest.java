package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.clew.api.cli.CliRun;
import org.clew.api.export.ExportFormat;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphVersion;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.observation.LoadRequest;
import org.clew.loader.observation.LoadWriter;
import org.clew.loader.observation.LoadedFile;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.observation.Moment;
import org.clew.model.observation.Observation;
import org.clew.model.observation.ObservationKind;
import org.clew.model.observation.Origin;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class BulkRoutesTest {
  private static final String NDJSON = "application/x-ndjson";
  private static final int POSTS = 41;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static GraphStore store;
  private static HttpServer server;
  private static Client client;

  @TempDir private static Path folder;

  @BeforeAll
  static void start() {
    store = SampleGraph.load();
    DataFolder data = new DataFolder(folder);
    observe(data);
    server = HttpServer.start(store, data, "127.0.0.1", 0);
    client = new Client(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static void observe(DataFolder data) {
    LoadedFile file = new LoadedFile("posts.csv", Hashes.sha256("posts"), SampleGraph.REPORT);
    try (LoadWriter writer = data.log().begin(new LoadRequest("test", "", List.of(file)))) {
      for (int i = 0; i < POSTS; i++) {
        writer.add(act(ObservationKind.RESHARE, SampleGraph.HOSTILE, SampleGraph.OUTLET, i));
        writer.add(act(ObservationKind.RESHARE, EntityId.account("x", "1"), SampleGraph.OUTLET, i));
        writer.add(act(ObservationKind.URL, SampleGraph.HOSTILE, SampleGraph.OUTLET_SITE, i));
      }
      writer.commit();
    }
  }

  private static Observation act(ObservationKind kind, EntityId account, EntityId target, int i) {
    return new Observation(
        kind,
        account,
        "x:" + i,
        Moment.ofEpochSecond(1_520_000_000L + i),
        "x:9" + i,
        target,
        new Origin(SampleGraph.REPORT, "posts.csv", i + 2));
  }

  @Test
  void shouldLookUpIdsInTheOrderAsked() {
    JsonNode items =
        post(
                "/api/v1/entities/lookup",
                """
                {"ids": ["outlet:ir:press-tv", "domain:nobody.example", "not an id",
                         "domain:liberty.example", "outlet:ir:press-tv"]}
                """)
            .get("items");
    assertThat(items).hasSize(5);
    assertThat(items.at("/0/entity/name").asText()).isEqualTo("Press TV");
    assertThat(items.at("/1/entity").isNull()).isTrue();
    assertThat(items.at("/2/entity").isNull()).isTrue();
    assertThat(items.at("/2/query").asText()).isEqualTo("not an id");
    assertThat(items.at("/3/entity/id").asText()).isEqualTo("domain:liberty.example");
    assertThat(items.get(4)).isEqualTo(items.get(0));
  }

  @Test
  void shouldLookUpNamesAndTellCandidates() {
    JsonNode items =
        post(
                "/api/v1/entities/lookup",
                """
                {"names": ["PRESS tv", "@twin", "liberty.example", "@friend7", "zz"]}
                """)
            .get("items");
    assertThat(items.at("/0/entity/id").asText()).isEqualTo("outlet:ir:press-tv");
    assertThat(items.at("/1/entity").isNull()).isTrue();
    assertThat(items.at("/1/candidates")).hasSize(2);
    assertThat(items.at("/2/entity/id").asText()).isEqualTo("domain:liberty.example");
    assertThat(items.at("/3/entity/id").asText()).isEqualTo("account:x:1007");
    assertThat(items.at("/4/entity").isNull()).isTrue();
    assertThat(items.at("/4/candidates")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"ids\": []}",
        "{\"ids\": [\"a\"], \"names\": [\"b\"]}",
        "{\"ids\": [null]}",
        "{\"ids\": \"a\"}",
        "{\"name\": [\"a\"]}"
      })
  void shouldRefuseALookupThatHasNoSense(String body) {
    assertThat(client.post("/api/v1/entities/lookup", body).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldLookUpAThousandAndNotMore() {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < 1_000; i++) {
      names.add("\"@friend" + i + "\"");
    }
    String body = "{\"names\": [" + String.join(",", names) + "]}";
    JsonNode items = post("/api/v1/entities/lookup", body).get("items");
    assertThat(items).hasSize(1_000);
    assertThat(items.at("/149/entity/name").asText()).isEqualTo("Friend 149");
    names.add("\"one more\"");
    String more = "{\"names\": [" + String.join(",", names) + "]}";
    assertThat(client.post("/api/v1/entities/lookup", more).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldSearchLinksByPage() {
    String body = "{\"to\": [\"domain:liberty.example\"], \"limit\": 40, \"cursor\": \"%s\"}";
    List<String> ids = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      JsonNode page = post("/api/v1/links/search", body.formatted(cursor));
      page.get("items").forEach(link -> ids.add(link.get("id").asText()));
      cursor = page.get("next").isNull() ? null : page.get("next").asText();
    }
    assertThat(ids).hasSize(SampleGraph.FRIENDS + 1).doesNotHaveDuplicates();
  }

  @Test
  void shouldStreamLinksAndSayThatTheLastLineIsTheLast() {
    HttpResponse<String> all =
        lines("{\"to\": [\"domain:liberty.example\"], \"fields\": [\"from\"]}");
    assertThat(all.headers().firstValue("Content-Type")).contains(NDJSON);
    List<JsonNode> lines = documents(all);
    assertThat(lines).hasSize(SampleGraph.FRIENDS + 2);
    assertThat(lines.get(0).fieldNames()).toIterable().containsExactly("from");
    assertThat(lines.get(SampleGraph.FRIENDS + 1).toString())
        .isEqualTo("{\"end\":true,\"count\":151}");
    List<JsonNode> some = documents(lines("{\"to\": [\"domain:liberty.example\"], \"limit\": 3}"));
    assertThat(some).hasSize(4);
    assertThat(some.get(3).at("/truncated/reason").asText()).contains("first 3");
    String rest =
        "{\"to\": [\"domain:liberty.example\"], \"cursor\": \""
            + some.get(3).get("next").asText()
            + "\"}";
    assertThat(documents(lines(rest))).hasSize(SampleGraph.FRIENDS + 2 - 3);
  }

  @Test
  void shouldSearchLinksWithAllConditions() {
    String body =
        """
        {"from": ["account:x:666"], "to": ["domain:liberty.example", "outlet:ir:press-tv"],
         "types": ["links_to", "AMPLIFIES"], "direction": "both", "since": "2018-02",
         "until": "2018-02", "minCount": 5}
        """;
    JsonNode items = post("/api/v1/links/search", body).get("items");
    assertThat(items).hasSize(1);
    assertThat(items.at("/0/type").asText()).isEqualTo("LINKS_TO");
    assertThat(post("/api/v1/links/search", body.replace("both", "in")).get("items")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"from\": [\"nonsense\"]}",
        "{\"from\": [\"account:x:1\"], \"direction\": \"up\"}",
        "{\"from\": [\"account:x:1\"], \"types\": [\"HATES\"]}",
        "{\"from\": [\"account:x:1\"], \"limit\": 0}",
        "{\"from\": [\"account:x:1\"], \"limit\": -1}",
        "{\"from\": [\"account:x:1\"], \"minCount\": -1}",
        "{\"from\": [\"account:x:1\"], \"cursor\": \"YWJj\"}",
        "{\"from\": [\"account:x:1\"], \"cursor\": \"!!\"}",
        "{\"from\": [\"account:x:1\"], \"since\": \"2019\", \"until\": \"2018\"}",
        "{\"from\": [\"account:x:1\"], \"fields\": [\"colour\"]}",
        "{\"from\": [\"account:x:1\"], \"colour\": 1}"
      })
  void shouldRefuseASearchThatHasNoSense(String body) {
    assertThat(client.post("/api/v1/links/search", body).statusCode()).isEqualTo(400);
    assertThat(lines(body).statusCode()).isEqualTo(400);
  }

  @Test
  void shouldRefuseOtherFormsOfAnAnswer() {
    HttpResponse<String> answer =
        client.send(
            client
                .request(
                    "/api/v1/links/search",
                    "Content-Type",
                    "application/json",
                    "Accept",
                    "text/csv")
                .POST(BodyPublishers.ofString("{\"from\": [\"account:x:666\"]}"))
                .build());
    assertThat(answer.statusCode()).isEqualTo(406);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/entities?kind=State&fields=name,id|{\"items\":[{\"id\":\"state:IR\",\"name\":\"Iran\"}],\"next\":null,\"truncated\":null}",
        "/api/v1/entities/state:IR?fields=kind|{\"kind\":\"State\"}",
        "/api/v1/sources?fields=id&limit=1|{\"items\":[{\"id\":\"source:list\"}],\"next\":\"c291cmNlOmxpc3Q\",\"truncated\":null}",
        "/api/v1/clusters?fields=members|{\"items\":[{\"members\":2}],\"next\":null,\"truncated\":null}",
        "/api/v1/links?from=state:IR&fields=type|{\"items\":[{\"type\":\"CONTROLS\"}],\"next\":null,\"truncated\":null}",
        "/api/v1/status?fields=sources|{\"sources\":2}"
      })
  void shouldGiveTheFieldsAskedFor(String path, String body) {
    assertThat(client.get(path).body()).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/entities?fields=colour",
        "/api/v1/entities/state:IR?fields=id,colour",
        "/api/v1/links?fields=colour",
        "/api/v1/sources?fields=colour",
        "/api/v1/matrix?clusters=cluster:case:liberty&fields=colour"
      })
  void shouldNameTheFieldsThereAre(String path) {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("There is no field 'colour' here; there are: ");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/entities?limit=3",
        "/api/v1/entities/state:IR",
        "/api/v1/entities/liberty.example/links",
        "/api/v1/links?limit=2",
        "/api/v1/sources",
        "/api/v1/status",
        "/api/v1/clusters",
        "/api/v1/subgraph?entity=state:IR",
        "/api/v1/outlets/press%20tv/linkers"
      })
  void shouldSpareAClientWhatItHas(String path) {
    HttpResponse<String> first = client.get(path);
    String tag = first.headers().firstValue("ETag").orElseThrow();
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(tag).startsWith("W/\"");
    assertThat(first.headers().allValues("Cache-Control")).containsExactly("no-cache");
    HttpResponse<String> again = client.get(path, "If-None-Match", "\"x\", " + tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(again.headers().firstValue("ETag")).contains(tag);
    assertThat(client.get(path + (path.contains("?") ? "&" : "?") + "x=1").headers().map())
        .doesNotContainKey("ETag");
    store.write(GraphVersion::raise);
    assertThat(client.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @Test
  void shouldTellFormsOfOneDocumentApart() {
    String path = "/api/v1/subgraph?entity=state:IR";
    String tag =
        client
            .get(path, "Accept", "application/graphml+xml")
            .headers()
            .firstValue("ETag")
            .orElseThrow();
    assertThat(client.get(path, "If-None-Match", tag).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/entities?limit=100",
        "/api/v1/subgraph?all=true",
        "/api/v1/subgraph?entity=liberty.example"
      })
  void shouldCompressForWhoAcceptsIt(String path) throws Exception {
    HttpResponse<byte[]> answer = bytes(path, "Accept-Encoding", "gzip");
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
    String text =
        new String(
            new GZIPInputStream(new ByteArrayInputStream(answer.body())).readAllBytes(),
            StandardCharsets.UTF_8);
    assertThat(text).isEqualTo(client.get(path).body());
    assertThat(answer.body()).hasSizeLessThan(text.length() / 2);
  }

  @Test
  void shouldCompressLines() throws Exception {
    HttpResponse<byte[]> answer =
        HttpClient.newHttpClient()
            .send(
                client
                    .request(
                        "/api/v1/links/search",
                        "Accept",
                        NDJSON,
                        "Accept-Encoding",
                        "gzip",
                        "Content-Type",
                        "application/json")
                    .POST(BodyPublishers.ofString("{\"to\": [\"domain:liberty.example\"]}"))
                    .build(),
                BodyHandlers.ofByteArray());
    assertThat(answer.headers().firstValue("Content-Encoding")).contains("gzip");
  }

  @ParameterizedTest
  @CsvSource({
    "application/graphml+xml, true",
    "application/stix+json, true",
    "application/x-cypher-query, true",
    "text/vnd.graphviz, true",
    "application/zip, false"
  })
  void shouldCompressWhatShrinks(String type, boolean shrinks) throws Exception {
    HttpResponse<byte[]> answer =
        bytes("/api/v1/subgraph?all=true", "Accept-Encoding", "gzip", "Accept", type);
    assertThat(answer.headers().firstValue("Content-Encoding").isPresent()).isEqualTo(shrinks);
  }

  @ParameterizedTest
  @EnumSource(ExportFormat.class)
  void shouldExportTheWholeGraphAsTheCommandLineDoes(ExportFormat format) throws Exception {
    CliRun cli = new CliRun(store);
    assertThat(cli.run("export", "--all", "--format", format.word())).isZero();
    HttpResponse<byte[]> answer = bytes("/api/v1/subgraph?all=true", "Accept", format.mediaType());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).contains(format.mediaType());
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .contains("attachment; filename=\"clew." + format.suffix() + "\"");
    assertThat(new String(answer.body(), StandardCharsets.UTF_8))
        .hasSizeGreaterThan(2_000)
        .isEqualTo(cli.out());
  }

  @Test
  void shouldRefuseAWholeGraphThatHasNoSense() {
    assertThat(client.get("/api/v1/subgraph?all=true&entity=a").statusCode()).isEqualTo(400);
    assertThat(client.get("/api/v1/subgraph?all=perhaps").statusCode()).isEqualTo(400);
    assertThat(client.get("/api/v1/subgraph?all=true", "Accept", "image/png").statusCode())
        .isEqualTo(406);
  }

  @Test
  void shouldTellWhoLinksToAnOutlet() {
    JsonNode items = ok("/api/v1/outlets/press%20tv/linkers?limit=5").get("items");
    assertThat(items).hasSize(1);
    assertThat(items.get(0).toString())
        .isEqualTo(
            "{\"id\":\"account:x:666\",\"name\":"
                + JSON.valueToTree(SampleGraph.HOSTILE_NAME)
                + ",\"links\":1,\"posts\":41,\"assets\":1,\"firstSeen\":\"2018-03-01\","
                + "\"lastSeen\":\"2018-06-01\"}");
    assertThat(client.get("/api/v1/outlets/state:IR/linkers").statusCode()).isEqualTo(400);
    assertThat(client.get("/api/v1/outlets/nobody/linkers").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldSetClustersAgainstOutlets() {
    String path = "/api/v1/matrix?clusters=cluster:case:liberty";
    JsonNode cell = ok(path).at("/items/0");
    assertThat(cell.get("outlet").asText()).isEqualTo("outlet:ir:press-tv");
    assertThat(cell.get("members").asInt()).isEqualTo(2);
    assertThat(cell.get("membersLinking").asInt()).isEqualTo(1);
    assertThat(cell.get("posts").asInt()).isEqualTo(41);
    assertThat(ok(path + "&outlets=press%20tv").at("/items/0")).isEqualTo(cell);
    HttpResponse<String> table = client.get(path + "&fields=outlet,posts", "Accept", "text/csv");
    assertThat(table.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(table.body()).isEqualTo("outlet,posts\r\noutlet:ir:press-tv,41\r\n");
    assertThat(client.get("/api/v1/matrix").statusCode()).isEqualTo(400);
    assertThat(client.get("/api/v1/matrix?clusters=press%20tv").statusCode()).isEqualTo(400);
  }

  @Test
  void shouldShowTheRowsBehindALinkPageByPage() {
    String id =
        Link.id(SampleGraph.HOSTILE, LinkType.AMPLIFIES, SampleGraph.OUTLET, SampleGraph.REPORT);
    String path = "/api/v1/links/" + id + "/observations?limit=15&cursor=";
    List<Long> lines = new ArrayList<>();
    Optional<String> cursor = Optional.of("");
    while (cursor.isPresent()) {
      JsonNode page = ok(path + cursor.get());
      page.get("items").forEach(row -> lines.add(row.get("line").asLong()));
      cursor = Optional.of(page.get("next")).filter(next -> !next.isNull()).map(JsonNode::asText);
    }
    assertThat(lines).hasSize(POSTS).isSorted().doesNotHaveDuplicates();
    JsonNode row = ok("/api/v1/links/" + id + "/observations?limit=1").at("/items/0");
    assertThat(row.get("kind").asText()).isEqualTo("reshare");
    assertThat(row.get("account").asText()).isEqualTo("account:x:666");
    assertThat(row.get("time").asText()).isEqualTo("2018-03-02T14:13:20Z");
    assertThat(row.get("reference").asText()).isEqualTo("posts.csv:2");
  }

  @Test
  void shouldShowWhatALinkWithoutObservationsRefersTo() {
    String id = Link.id(SampleGraph.STATE, LinkType.CONTROLS, SampleGraph.OUTLET, SampleGraph.LIST);
    JsonNode items = ok("/api/v1/links/" + id + "/observations").get("items");
    assertThat(items).hasSize(2);
    assertThat(items.at("/0/file").asText()).isEqualTo("report.csv");
    assertThat(items.at("/0/line").asInt()).isEqualTo(12);
    assertThat(items.at("/1/reference").asText()).isEqualTo("https://example.org/report#p4");
    assertThat(items.at("/1/file").isNull()).isTrue();
    JsonNode first = ok("/api/v1/links/" + id + "/observations?limit=1");
    JsonNode second =
        ok("/api/v1/links/" + id + "/observations?limit=1&cursor=" + first.get("next").asText());
    assertThat(second.at("/items/0")).isEqualTo(items.get(1));
    assertThat(second.get("next").isNull()).isTrue();
    assertThat(client.get("/api/v1/links/0/observations").statusCode()).isEqualTo(404);
    assertThat(
            client.get("/api/v1/links/" + id + "/observations?cursor=ZXZpZGVuY2U6LTE").statusCode())
        .isEqualTo(400);
  }

  private static HttpResponse<String> lines(String body) {
    return client.send(
        client
            .request("/api/v1/links/search", "Content-Type", "application/json", "Accept", NDJSON)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static List<JsonNode> documents(HttpResponse<String> lines) {
    assertThat(lines.statusCode()).as(lines.body()).isEqualTo(200);
    return lines.body().lines().map(BulkRoutesTest::read).toList();
  }

  private static JsonNode read(String line) {
    try {
      return JSON.readTree(line);
    } catch (IOException e) {
      throw new AssertionError(line, e);
    }
  }

  private static HttpResponse<byte[]> bytes(String path, String... headers) throws Exception {
    return HttpClient.newHttpClient()
        .send(client.request(path, headers).build(), BodyHandlers.ofByteArray());
  }

  private static JsonNode post(String path, String body) {
    HttpResponse<String> answer = client.post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Client.json(answer);
  }

  private static JsonNode ok(String path) {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return Client.json(answer);
  }
}
