package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clew.api.http.Client.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.api.trace.TraceRequest;
import org.clew.api.trace.TraceService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoutesTest {
  private static final List<TraceRequest> TRACED = new ArrayList<>();
  private static HttpServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    TraceService traces =
        request -> {
          TRACED.add(request);
          return Map.of("chains", List.of());
        };
    server = HttpServer.start("127.0.0.1", 0, SampleGraph.load(), SampleGraph.DATA, traces);
    client = new Client(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldListEntitiesPageByPageWithoutGapOrRepetition() {
    Set<String> seen = new HashSet<>();
    String cursor = "";
    int pages = 0;
    do {
      JsonNode page = ok("/api/v1/entities?kind=account&limit=40&cursor=" + cursor);
      page.get("items").forEach(item -> assertThat(seen.add(item.get("id").asText())).isTrue());
      cursor = page.get("next").isNull() ? null : page.get("next").asText();
      assertThat(page.get("truncated").isNull()).isTrue();
      pages++;
    } while (cursor != null);
    assertThat(seen).hasSize(SampleGraph.FRIENDS + 1);
    assertThat(pages).isEqualTo(4);
  }

  @Test
  void shouldFindEntitiesByTextKindAndState() {
    JsonNode found = ok("/api/v1/entities?q=press&kind=MediaOutlet&state=ir").get("items");
    assertThat(found).hasSize(1);
    assertThat(found.get(0).get("id").asText()).isEqualTo("outlet:ir:press-tv");
    assertThat(found.get(0).at("/attributes/stateRelation").asText()).isEqualTo("state-controlled");
    assertThat(ok("/api/v1/entities?q=press&platform=vk").get("items")).isEmpty();
  }

  @Test
  void shouldTellWhatEachSourceSaysOfAnEntity() {
    JsonNode outlet = ok("/api/v1/entities/outlet:ir:press-tv");
    assertThat(outlet.get("kind").asText()).isEqualTo("MediaOutlet");
    assertThat(outlet.get("statements")).hasSize(2);
    JsonNode report = outlet.get("statements").get(1);
    assertThat(report.get("source").asText()).isEqualTo("source:report");
    assertThat(report.get("grade").asText()).isEqualTo("B2");
    assertThat(report.get("name").asText()).isEqualTo("Press TV (English)");
    assertThat(report.get("attributes").has("id")).isFalse();
    assertThat(report.at("/evidence/0").asText()).isEqualTo("report.csv:7");
  }

  @Test
  void shouldTakeIdsWithSlashesPercentEncodedAndNamesInTheirPlace() {
    assertThat(ok("/api/v1/entities/" + encoded(SampleGraph.TRACKER.value())).get("name").asText())
        .isEqualTo("UA-14540629");
    assertThat(ok("/api/v1/entities/press%20tv").get("id").asText())
        .isEqualTo("outlet:ir:press-tv");
  }

  @Test
  void shouldNameTheCandidatesOfAnAmbiguousName() {
    JsonNode problem = problem(client.get("/api/v1/entities/@twin"), 409, "urn:clew:ambiguous");
    assertThat(problem.get("candidates")).hasSize(2);
    assertThat(problem.at("/candidates/0/name").asText()).isEqualTo(SampleGraph.HOSTILE_NAME);
  }

  @Test
  void shouldListTheLinksOfAnEntityInBothDirections() {
    String path = "/api/v1/entities/domain:liberty.example/links";
    assertThat(ok(path + "?direction=out").get("items"))
        .allSatisfy(
            link -> assertThat(link.get("from").asText()).isEqualTo("domain:liberty.example"))
        .hasSize(2);
    assertThat(ok(path + "?direction=in&limit=1000").get("items")).hasSize(151);
    assertThat(ok(path + "?limit=1000").get("items")).hasSize(153);
    assertThat(ok(path + "?type=uses,IN_CLUSTER").get("items")).hasSize(2);
    assertThat(ok(path + "?direction=in&minCount=5&since=2018&until=2018-02").get("items"))
        .hasSize(1);
  }

  @Test
  void shouldListWhoLinksToWhomAndOneLink() {
    JsonNode link = ok("/api/v1/links?from=account:x:666&to=Press%20TV").at("/items/0");
    assertThat(link.get("type").asText()).isEqualTo("AMPLIFIES");
    assertThat(link.get("hypothesis").asText()).isEqualTo("amplification");
    assertThat(link.get("count").asInt()).isEqualTo(41);
    ObjectNode one = (ObjectNode) ok("/api/v1/links/" + link.get("id").asText());
    assertThat(one.remove("notes")).isEmpty();
    assertThat(one.remove("truncated").isNull()).isTrue();
    assertThat(one).isEqualTo(link);
    problem(client.get("/api/v1/links/0000"), 404, "urn:clew:not-found");
  }

  @Test
  void shouldListSourcesAndCount() {
    JsonNode sources = ok("/api/v1/sources").get("items");
    assertThat(sources).hasSize(2);
    assertThat(sources.get(1).get("derivesFrom").get(0).asText()).isEqualTo("source:list");
    JsonNode status = ok("/api/v1/status");
    assertThat(status.at("/entities/Account").asInt()).isEqualTo(SampleGraph.FRIENDS + 1);
    assertThat(status.get("sources").asInt()).isEqualTo(2);
    assertThat(status.get("posts").asInt()).isZero();
    assertThat(status.get("observations").asInt()).isZero();
  }

  @Test
  void shouldRunCypherThatReadsAndRefuseTheRest() {
    HttpResponse<String> answer =
        client.post(
            "/api/v1/cypher",
            """
            {"query": "MATCH (o:MediaOutlet {country: $c}) RETURN o.name AS name, $x AS x",
             "parameters": {"c": "IR", "x": [1, null, "ü"]}}
            """);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(json(answer).toString())
        .isEqualTo(
            "{\"columns\":[\"name\",\"x\"],\"rows\":[[\"Press TV\",[1,null,\"ü\"]]],"
                + "\"truncated\":null}");
    problem(cypher("CREATE (n:Entity) RETURN n"), 403, "urn:clew:forbidden");
    problem(cypher("LOAD CSV FROM 'file:///etc/passwd' AS l RETURN l"), 403, "urn:clew:forbidden");
    problem(cypher("MATCH (n RETURN"), 400, "urn:clew:usage");
    assertThat(json(cypher("UNWIND range(1, 2000) AS i RETURN i")).at("/truncated/reason").asText())
        .contains("1000 rows");
  }

  @Test
  void shouldGiveWhatIsAroundAnEntity() {
    JsonNode part = ok("/api/v1/subgraph?entity=press%20tv");
    assertThat(part.get("nodes")).hasSize(4);
    assertThat(part.get("links")).hasSize(3);
    assertThat(part.get("truncated").isNull()).isTrue();
    JsonNode cut = ok("/api/v1/subgraph?entity=domain:liberty.example&hops=2&maxEntities=20");
    assertThat(cut.get("nodes")).hasSize(20);
    assertThat(cut.at("/truncated/reason").asText()).contains("first 20");
    assertThat(ok("/api/v1/subgraph?entity=domain:liberty.example&hops=0").get("nodes")).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "*/*|200",
        "application/*|200",
        "text/csv, application/json;q=0.1|200",
        "application/graphml+xml|200",
        "application/stix+json|200",
        "image/svg+xml|200",
        "text/html|200",
        "text/csv|406",
        "image/png|406"
      })
  void shouldChooseTheFormatOfASubgraphByAccept(String accept, int status) {
    assertThat(client.get("/api/v1/subgraph?entity=press%20tv", "Accept", accept).statusCode())
        .isEqualTo(status);
  }

  @Test
  void shouldGiveABriefOnlyToWhoAsksForIt() {
    String path = "/api/v1/subgraph?entity=press%20tv";
    HttpResponse<String> brief =
        client.get(path, "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
    assertThat(brief.headers().firstValue("Content-Type")).contains("text/html");
    assertThat(brief.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'; style-src 'unsafe-inline'")
        .doesNotContain("script-src");
    assertThat(client.get(path, "Accept", "*/*").headers().firstValue("Content-Type"))
        .contains("application/json");
    assertThat(client.get(path).headers().firstValue("Content-Type")).contains("application/json");
  }

  @Test
  void shouldHandATraceToItsServiceWithDefaults() {
    assertThat(client.post("/api/v1/traces", "{\"from\": \"liberty\"}").statusCode())
        .isEqualTo(200);
    TraceRequest asked = TRACED.get(TRACED.size() - 1);
    assertThat(asked.to()).isEqualTo("state-media");
    assertThat(asked.hypothesis().name()).isEqualTo("CONTROL");
    assertThat(asked.hops()).isEqualTo(6);
    client.post(
        "/api/v1/traces",
        """
        {"from": "a", "to": "state:IR", "hypothesis": "amplification", "hops": 3, "top": 2,
         "asOf": "2018-08", "trust": ["source:x"], "without": ["source:y", "domain:z"]}
        """);
    asked = TRACED.get(TRACED.size() - 1);
    assertThat(asked.without()).containsExactly("source:y", "domain:z");
    assertThat(String.valueOf(asked.asOf())).isEqualTo("2018-08");
  }

  @Test
  void shouldSayWhoMayBeBehindAnEntity() {
    String path = "/api/v1/attributions/domain:liberty.example";
    JsonNode all = ok(path);
    assertThat(all.get("subject").asText()).isEqualTo("domain:liberty.example");
    assertThat(all.at("/method/parameters/verdicts").asInt()).isEqualTo(1);
    assertThat(all.get("asOf").isNull()).isTrue();
    JsonNode asked =
        ok(path + "?asOf=2018-08&trust=source:report&trust=source:list&without=press%20tv");
    assertThat(asked.get("asOf").asText()).isEqualTo("2018-08-31");
    assertThat(asked.at("/method/parameters/trust")).hasSize(2);
    assertThat(asked.at("/method/parameters/without/0").asText()).isEqualTo("outlet:ir:press-tv");
    problem(client.get(path + "?without=domain:a,b"), 404, "urn:clew:not-found");
    problem(client.get(path + "?trust=nobody"), 404, "urn:clew:not-found");
    problem(client.get("/api/v1/attributions/state:IR"), 400, "urn:clew:usage");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"from\": \"\"}",
        "{\"from\": \"a\", \"hops\": 7}",
        "{\"from\": \"a\", \"hops\": \"many\"}",
        "{\"from\": \"a\", \"hops\": 1.5}",
        "{\"from\": \"a\", \"hypothesis\": \"context\"}",
        "{\"from\": \"a\", \"asOf\": \"yesterday\"}",
        "{\"from\": \"a\", \"trust\": \"source:x\"}",
        "{\"from\": 5}",
        "{\"from\": \"a\", \"depth\": 3}",
        "[]",
        "null",
        "",
        "{\"from\": \"a\"} {}",
        "{\"from\": \"a\""
      })
  void shouldRefuseABodyThatHasNoSense(String body) {
    problem(client.post("/api/v1/traces", body), 400, "urn:clew:usage");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/entities?colour=red|no parameter 'colour'",
        "/api/v1/entities?limit=ten|'limit' is 'ten'",
        "/api/v1/entities?limit=0|from 1 to 1000",
        "/api/v1/entities?limit=1001|from 1 to 1000",
        "/api/v1/entities?limit=99999999999|from 1 to 1000",
        "/api/v1/entities?limit=5&limit=6|only once",
        "/api/v1/entities?kind=Ship|no kind 'Ship'",
        "/api/v1/entities?cursor=%21%21|not a cursor",
        "/api/v1/entities?q=a&cursor=YWJj|not a cursor",
        "/api/v1/links?type=HATES|no link type 'HATES'",
        "/api/v1/links?since=soon|not a date",
        "/api/v1/links?minCount=-1|from 0",
        "/api/v1/links?cursor=YWJj|not a cursor",
        "/api/v1/links/d21cc500b203b187?x=1|no parameter 'x'",
        "/api/v1/entities/press%20tv?x=1|there are: fields",
        "/api/v1/entities/press%20tv/links?direction=up|not a direction",
        "/api/v1/sources?q=1|no parameter 'q'",
        "/api/v1/status?verbose=1|no parameter 'verbose'",
        "/api/v1/attributions/press%20tv?asOf=soon|not a date",
        "/api/v1/attributions/press%20tv?hops=2|no parameter 'hops'",
        "/api/v1/subgraph|'entity' is missing",
        "/api/v1/subgraph?entity=press%20tv&hops=5|from 0 to 4",
        "/api/v1/subgraph?entity=press%20tv&maxEntities=0|from 1 to 1000"
      })
  void shouldNameWhatIsWrongWithAParameter(String path, String sentence) {
    assertThat(problem(client.get(path), 400, "urn:clew:usage").get("detail").asText())
        .contains(sentence);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/entities/nobody",
        "/api/v1/entities/domain:nobody.example",
        "/api/v1/entities/a%00b",
        "/api/v1/entities/'%20OR%201=1%20%7D)%20DETACH%20DELETE%20n%20%2F%2F",
        "/api/v1/entities/nobody/links",
        "/api/v1/links?from=nobody",
        "/api/v1/attributions/nobody",
        "/api/v1/subgraph?entity=nobody",
        "/api/v1/nothing",
        "/api/v2/entities",
        "/nothing.html",
        "/lib/package.json",
        "/lib/..%2F..%2Fapplication.properties",
        "/..%2Fapplication.properties",
        "/beans",
        "/env",
        "/loggers"
      })
  void shouldAnswerNotFoundWithAProblem(String path) {
    problem(client.get(path), 404, "urn:clew:not-found");
  }

  @Test
  void shouldRefuseOtherMethodsAndMediaTypes() {
    problem(
        client.send(client.request("/api/v1/status").DELETE().build()),
        405,
        "urn:clew:method-not-allowed");
    problem(
        client.send(
            client
                .request("/api/v1/cypher", "Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"query\": \"RETURN 1\"}"))
                .build()),
        415,
        "urn:clew:unsupported-media-type");
    problem(client.get("/api/v1/status", "Accept", "text/csv"), 406, "urn:clew:not-acceptable");
    problem(
        client.post("/api/v1/cypher", "{\"query\": \"" + "x".repeat(1 << 20) + "\"}"),
        413,
        "urn:clew:request-entity-too-large");
  }

  @Test
  void shouldTellItsHealthAndMeasurements() {
    assertThat(ok("/health").at("/details/database/status").asText()).isEqualTo("UP");
    HttpResponse<String> measurements = client.get("/prometheus");
    assertThat(measurements.statusCode()).isEqualTo(200);
    assertThat(measurements.body())
        .contains("jvm_memory_used_bytes", "http_server_requests_seconds_count")
        .contains("clew_entities{kind=\"Account\"", "clew_jobs{state=\"running\"");
  }

  @ParameterizedTest
  @CsvSource({
    "/,text/html",
    "/docs,text/html",
    "/js/main.js,application/javascript",
    "/clew.css,text/css",
    "/lib/cytoscape.js,text/javascript",
    "/lib/layout-base.js,text/javascript",
    "/lib/cose-base.js,text/javascript",
    "/lib/fcose.js,text/javascript",
    "/lib/swagger-ui.js,text/javascript",
    "/lib/swagger-ui.css,text/css"
  })
  void shouldServeThePageAndItsLibrariesFromTheClassPath(String path, String type) {
    HttpResponse<String> file = client.get(path);
    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    assertThat(file.body()).isNotEmpty();
  }

  private static HttpResponse<String> cypher(String query) {
    return client.post("/api/v1/cypher", "{\"query\": \"" + query + "\"}");
  }

  private static JsonNode ok(String path) {
    HttpResponse<String> response = client.get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/json");
    return json(response);
  }

  private static JsonNode problem(HttpResponse<String> response, int status, String type) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode problem = json(response);
    assertThat(problem.get("type").asText()).isEqualTo(type);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("title").asText()).isNotBlank();
    assertThat(problem.get("detail").asText()).isNotBlank().doesNotContain("\tat ", "Exception");
    assertThat(problem.has("candidates")).isEqualTo(status == 409);
    return problem;
  }

  private static String encoded(String id) {
    return URLEncoder.encode(id, StandardCharsets.UTF_8);
  }
}
