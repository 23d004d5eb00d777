package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.junit.jupiter.api.Assertions;

/** Whatever is asked, the fault is never the server's. */
class HostileRequestsTest {
  private static final int MOST_IN_AN_ADDRESS = 3_000;
  private static final ObjectMapper JSON = new ObjectMapper();
  private static HttpServer server;
  private static Client client;

  @BeforeContainer
  static void start() {
    server = HttpServer.start(SampleGraph.load(), SampleGraph.DATA, "127.0.0.1", 0);
    client = new Client(server.uri());
  }

  @AfterContainer
  static void stop() {
    server.close();
  }

  @Property(tries = 400)
  void shouldAnswerAnyParameterWithoutFailing(
      @ForAll("routes") String route,
      @ForAll("parameters") String parameter,
      @ForAll("values") String value) {
    String text = encoded(value.substring(0, Math.min(value.length(), MOST_IN_AN_ADDRESS)));
    String path = route.replace("*", text);
    String sign = path.contains("?") ? "&" : "?";
    check(client.get(path + sign + parameter + "=" + text));
  }

  @Example
  void shouldRefuseAnAddressThatIsTooLong() {
    String request = "GET /api/v1/entities?q=%s HTTP/1.1\r\nHost: localhost\r\n\r\n";
    assertThat(client.raw(request.formatted("x".repeat(20_000))))
        .matches("(?s)HTTP/1\\.[01] 4\\d\\d .*application/problem\\+json.*address.*");
  }

  @Property(tries = 200)
  void shouldAnswerAnyBodyWithoutFailing(
      @ForAll("bodies") String route,
      @ForAll("fields") String field,
      @ForAll("values") String value,
      @ForAll boolean list) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("from", List.of("account:x:666"));
    body.put(field, list ? List.of(value, value) : value);
    check(
        client.post(route, json(route.endsWith("lookup") ? Map.of(field, List.of(value)) : body)));
    check(client.post(route, value));
  }

  private static void check(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isLessThan(500);
    if (answer.statusCode() >= 400) {
      assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
      assertThat(answer.body()).doesNotContain("Exception", "\\tat ");
    }
  }

  @Provide
  Arbitrary<String> routes() {
    return Arbitraries.of(
        "/api/v1/entities",
        "/api/v1/entities/*",
        "/api/v1/entities/*/links",
        "/api/v1/entities/account:x:666/links",
        "/api/v1/links",
        "/api/v1/links/*",
        "/api/v1/links/*/observations",
        "/api/v1/sources",
        "/api/v1/clusters",
        "/api/v1/clusters/*",
        "/api/v1/outlets/*/linkers",
        "/api/v1/matrix?clusters=cluster:case:liberty",
        "/api/v1/subgraph",
        "/api/v1/subgraph?entity=state:IR");
  }

  @Provide
  Arbitrary<String> parameters() {
    return Arbitraries.of(
        "q",
        "kind",
        "platform",
        "state",
        "from",
        "to",
        "type",
        "since",
        "until",
        "minCount",
        "direction",
        "limit",
        "cursor",
        "fields",
        "sort",
        "run",
        "clusters",
        "outlets",
        "entity",
        "hops",
        "maxEntities",
        "all",
        "%00",
        "a%0d%0ab");
  }

  @Provide
  Arbitrary<String> bodies() {
    return Arbitraries.of("/api/v1/links/search", "/api/v1/entities/lookup");
  }

  @Provide
  Arbitrary<String> fields() {
    return Arbitraries.of(
        "ids",
        "names",
        "from",
        "to",
        "types",
        "direction",
        "since",
        "until",
        "minCount",
        "limit",
        "cursor",
        "fields",
        "other");
  }

  @Provide
  Arbitrary<String> values() {
    Arbitrary<String> known =
        Arbitraries.of(
            "-1",
            "0",
            "99999999999999999999",
            "1e9",
            "NaN",
            "\u0000",
            "a\u0000b",
            "\r\nX-Injected: 1",
            "\u202e\ufeff",
            "' OR 1=1 }) DETACH DELETE n //",
            "«types»",
            "$after",
            "../../etc/passwd",
            "AND OR NOT +*?:\\\"(",
            "domain:",
            "account:x:\ud83d\ude00",
            "cursor",
            "YWNjb3VudDp4OjE",
            "MDowOg",
            "MTI6Og",
            "LTE6LTE6YQ",
            "9999-99-99",
            "2018-02-30",
            "+999999999-01-01",
            "x".repeat(6_000),
            "x".repeat(1 << 19));
    return Arbitraries.oneOf(known, Arbitraries.strings().ofMaxLength(80));
  }

  private static String json(Map<String, Object> body) {
    try {
      return JSON.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      return Assertions.fail(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
