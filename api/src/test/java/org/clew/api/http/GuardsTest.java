package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.ServerSocket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.clew.api.trace.TraceService;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.model.ClewException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardsTest {
  private static GraphStore store;
  private static HttpServer server;
  private static Client client;

  @BeforeAll
  static void start() {
    store = TestGraph.empty();
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
        "evil.example",
        "127.0.0.1.evil.example",
        "localhost.evil.example:8080",
        "user@localhost",
        "127.0.0.1/x",
        "0.0.0.0",
        "[::2]",
        ""
      })
  void shouldTurnAwayOtherHostNames(String host) {
    String answer = client.raw(request("GET /api/v1/status", "Host: " + host));
    assertThat(answer).startsWith("HTTP/1.1 4").contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nope", "", "\"\"", "a b", "utf-8; charset=nope"})
  void shouldRefuseABodyInAnEncodingThatIsNone(String encoding) {
    HttpResponse<String> answer =
        client.send(
            client
                .request("/api/v1/cypher", "Content-Type", "application/json; charset=" + encoding)
                .POST(BodyPublishers.ofString("{\"query\": \"RETURN 1\"}"))
                .build());

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(415);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "LOCALHOST:1", "127.0.0.1:9", "[::1]:8080"})
  void shouldAnswerToLoopbackNames(String host) {
    assertThat(client.raw(request("GET /api/v1/status", "Host: " + host)))
        .startsWith("HTTP/1.1 200");
  }

  @Test
  void shouldRefuseARequestWithoutHostOrWithTwo() {
    assertThat(client.raw("GET / HTTP/1.0\r\n\r\n")).contains(" 400 ");
    assertThat(client.raw(request("GET /", "Host: localhost\r\nHost: evil.example")))
        .contains(" 421 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/v1/entities/%zz", "/%", "/api/v1/entities?q=%zz", "/a b"})
  void shouldRefuseAMalformedAddress(String path) {
    assertThat(client.raw(request("GET " + path, "Host: localhost")))
        .containsPattern("^HTTP/1\\.[01] 400 ")
        .contains("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://evil.example", "null", "http://localhost.evil.example"})
  void shouldRefuseRequestsOfOtherSites(String origin) {
    HttpResponse<String> answer = client.get("/api/v1/status", "Origin", origin);
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/api/v1/status", "/nothing", "/docs", "/lib/cytoscape.js"})
  void shouldSendSecurityHeadersWithEveryAnswer(String path) {
    var headers = client.get(path).headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("X-Frame-Options")).contains("DENY");
    assertThat(headers.firstValue("Server")).isEmpty();
    assertThat(headers.firstValue("Cache-Control")).isPresent();
  }

  @Test
  void shouldTraceInTheGraphWhereNoOtherServiceIsGiven() {
    HttpResponse<String> answer = client.post("/api/v1/traces", "{\"from\": \"nobody.example\"}");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("Nothing in the graph is called 'nobody.example'.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", ""})
  void shouldRefuseToBindToAnyOtherAddress(String bind) {
    assertThatThrownBy(() -> HttpServer.start(store, SampleGraph.DATA, bind, 0))
        .isInstanceOfSatisfying(
            ClewException.class, e -> assertThat(e.reason()).isEqualTo(ClewException.Reason.USAGE))
        .hasMessageContaining("127.0.0.1");
  }

  @Test
  void shouldSayThatAPortIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      int port = taken.getLocalPort();
      assertThatThrownBy(() -> HttpServer.start(store, SampleGraph.DATA, "127.0.0.1", port))
          .isInstanceOfSatisfying(
              ClewException.class,
              e -> assertThat(e.reason()).isEqualTo(ClewException.Reason.UNAVAILABLE))
          .hasMessageContaining("Port " + port);
    }
    assertThatThrownBy(() -> HttpServer.start(store, SampleGraph.DATA, "127.0.0.1", 70_000))
        .hasMessageContaining("65535");
  }

  @Test
  void shouldLeaveTheStoreOpenWhenItCloses() {
    HttpServer.start(store, SampleGraph.DATA, "localhost", 0).close();
    assertThat(store.read("RETURN 1 AS n", Map.of(), row -> row.get("n").asInt()))
        .containsExactly(1);
  }

  @Test
  @Timeout(60)
  void shouldTurnRequestsAwayWhenTheQueueIsFullAndAnswerTheRest() throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    CountDownLatch refused = new CountDownLatch(10);
    TraceService slow =
        request -> {
          await(release);
          return Map.of("chains", List.of());
        };
    try (HttpServer busy = HttpServer.start("127.0.0.1", 0, store, SampleGraph.DATA, slow)) {
      Client asking = new Client(busy.uri());
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, 30)
              .mapToObj(i -> asking.postLater("/api/v1/traces", "{\"from\": \"a\"}"))
              .map(
                  answer ->
                      answer.thenApply(
                          response -> {
                            if (response.statusCode() == 503
                                && response.headers().firstValue("Retry-After").isPresent()) {
                              refused.countDown();
                            }
                            return response.statusCode();
                          }))
              .toList();
      refused.await();
      assertThat(asking.get("/api/v1/status").statusCode()).isEqualTo(200);
      assertThat(asking.get("/health").statusCode()).isEqualTo(200);
      release.countDown();
      assertThat(answers.stream().map(CompletableFuture::join).toList())
          .containsOnly(200, 503)
          .filteredOn(status -> status == 200)
          .hasSize(20);
    }
  }

  @Test
  @Timeout(60)
  void shouldCloseAConnectionOnWhichNoWholeRequestArrives() {
    System.setProperty("clew.http.request-deadline", "300ms");
    try (HttpServer strict = HttpServer.start(store, SampleGraph.DATA, "127.0.0.1", 0)) {
      assertThat(new Client(strict.uri()).raw("GET / HTTP/1.1\r\nHost: localh")).isEmpty();
      assertThat(new Client(strict.uri()).raw("")).isEmpty();
    } finally {
      System.clearProperty("clew.http.request-deadline");
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String request(String start, String headers) {
    return start + " HTTP/1.1\r\n" + headers + "\r\nConnection: close\r\n\r\n";
  }
}
