package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.micronaut.web.router.UriRouteInfo;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clew.api.access.RouteRoles;
import org.clew.api.access.RouteRoles.Rule;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.access.IssuedKey;
import org.clew.model.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTest {
  @TempDir private static Path folder;
  private static KeyedServer server;

  @BeforeAll
  static void start() {
    server = KeyedServer.start(SampleGraph.load(), folder, 0);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldListEveryRouteOfTheServerWithItsRole() {
    Set<String> missing = new TreeSet<>();
    for (UriRouteInfo<?, ?> route : server.server().routes()) {
      if (RouteRoles.of(route.getHttpMethodName(), template(route)).isEmpty()) {
        missing.add(route.getHttpMethodName() + " " + template(route));
      }
    }
    assertThat(missing).as("routes without a line in RouteRoles").isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "reader", "analyst", "admin", "revoked", "expired"})
  void shouldAnswerEachRouteToThoseWhoseRoleSufficesAlone(String kind) {
    List<String> wrong = new ArrayList<>();
    for (UriRouteInfo<?, ?> route : server.server().routes()) {
      Rule rule = RouteRoles.of(route.getHttpMethodName(), template(route)).orElseThrow();
      int expected = expected(rule, kind);
      int status = ask(route, kind);
      boolean as = expected == 0 ? status != 401 && status != 403 : status == expected;
      if (!as) {
        wrong.add(
            route.getHttpMethodName()
                + " "
                + template(route)
                + ": "
                + status
                + ", not "
                + expected);
      }
    }
    assertThat(wrong).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/clew.css", "/js/api.js", "/docs", "/openapi.yml", "/health"})
  void shouldGiveEveryoneThePageAndTheDescription(String path) {
    assertThat(server.client().get(path).statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/api",
        "/api/v1/status/",
        "//api/v1/status",
        "/api//v1/status",
        "/api/v1/status;x=1",
        "/api/v1/status?x",
        "/API/v1/status",
        "/./api/v1/status",
        "/js/../api/v1/status",
        "/%61pi/v1/status",
        "/api%2Fv1%2Fstatus",
        "http://localhost/api/v1/status",
        "/prometheus"
      })
  void shouldGiveNobodyDataByAnotherWayOfWritingThePath(String path) {
    String answer =
        server
            .client()
            .raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("graphVersion", "jvm_memory");
  }

  @Test
  void shouldTellHowToAsk() {
    HttpResponse<String> missing = server.client().get("/api/v1/status");
    assertThat(missing.statusCode()).isEqualTo(401);
    assertThat(missing.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"clew\"");
    assertThat(missing.headers().firstValue("Content-Type")).contains("application/problem+json");
    HttpResponse<String> wrong = server.client().get("/api/v1/status", server.as("revoked"));
    assertThat(wrong.headers().firstValue("WWW-Authenticate").orElse(""))
        .contains("error=\"invalid_token\"");
    HttpResponse<String> low = server.client().get("/api/v1/keys", server.as("analyst"));
    assertThat(Client.json(low).get("detail").asText()).contains("admin", "analyst");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Basic KEY", "KEY", "Bearer", "Bearer KEYx", "Bearer x KEY", "Bearer  "})
  void shouldTakeNoKeyInAnotherForm(String header) {
    String value = header.replace("KEY", server.keys().get("admin"));
    assertThat(server.client().get("/api/v1/status", "Authorization", value).statusCode())
        .isEqualTo(401);
  }

  @Test
  void shouldTakeTheSchemeInAnyCaseAndNoTwoKeys() {
    String key = server.keys().get("reader");
    assertThat(server.client().get("/api/v1/status", "Authorization", "bearer " + key).statusCode())
        .isEqualTo(200);
    assertThat(
            server
                .client()
                .get(
                    "/api/v1/status",
                    "Authorization",
                    "Bearer " + key,
                    "Authorization",
                    "Bearer " + key)
                .statusCode())
        .isEqualTo(401);
  }

  @Test
  void shouldMakeListAndRevokeKeysAtOnce() {
    HttpResponse<String> made =
        send("POST", "/api/v1/keys", "{\"role\": \"reader\", \"name\": \"script\"}", "admin");
    assertThat(made.statusCode()).isEqualTo(201);
    String text = Client.json(made).get("key").asText();
    String id = Client.json(made).get("id").asText();
    assertThat(statusWith(text)).isEqualTo(200);

    JsonNode list = Client.json(server.client().get("/api/v1/keys", server.as("admin")));
    assertThat(list.toString()).contains(id, "script").doesNotContain(text, "sha256");
    HttpResponse<String> revoked = send("DELETE", "/api/v1/keys/" + id, null, "admin");
    assertThat(Client.json(revoked).get("state").asText()).isEqualTo("revoked");
    assertThat(statusWith(text)).isEqualTo(401);
    assertThat(send("DELETE", "/api/v1/keys/nobody", null, "admin").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|'role' is missing",
        "{\"role\": \"root\"}|no role 'root'",
        "{\"role\": \"reader\", \"expires\": \"soon\"}|'soon' is not a day",
        "{\"role\": \"reader\", \"expires\": \"2001-01-01\"}|would have expired",
        "{\"role\": \"reader\", \"id\": \"x\"}|no field 'id'"
      })
  void shouldNameWhatIsWrongWithARequestForAKey(String body, String sentence) {
    HttpResponse<String> answer = send("POST", "/api/v1/keys", body, "admin");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(Client.json(answer).get("detail").asText()).contains(sentence);
  }

  @Test
  void shouldShowAJobToItsOwnerAndAdminsAlone() {
    HttpResponse<String> started = send("POST", "/api/v1/detections", "{}", "analyst");
    assertThat(started.statusCode()).isEqualTo(202);
    String job = started.headers().firstValue("Location").orElseThrow();
    IssuedKey other = server.data().keys().create(Role.ANALYST, "other", null);
    for (String path : List.of(job, job + "/events")) {
      assertThat(server.client().get(path, server.as("analyst")).statusCode()).isEqualTo(200);
      assertThat(server.client().get(path, server.as("admin")).statusCode()).isEqualTo(200);
      assertThat(server.client().get(path, "Authorization", "Bearer " + other.text()).statusCode())
          .isEqualTo(404);
    }
    assertThat(
            server
                .client()
                .send(
                    server
                        .client()
                        .request(job, "Authorization", "Bearer " + other.text())
                        .DELETE()
                        .build())
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void shouldLetNobodyInWhereTheKeysAreDamagedAndStaySound(@TempDir Path other) throws Exception {
    try (KeyedServer damaged = KeyedServer.start(SampleGraph.load(), other, 0)) {
      assertThat(damaged.client().get("/api/v1/status", damaged.as("admin")).statusCode())
          .isEqualTo(200);
      Files.writeString(other.resolve("keys.json"), "{\"version\":1,");
      HttpResponse<String> answer = damaged.client().get("/api/v1/status", damaged.as("admin"));
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.body()).contains("nobody is let in").doesNotContain(other.toString());
      assertThat(damaged.client().get("/health").statusCode()).isEqualTo(200);
      assertThat(damaged.client().get("/").statusCode()).isEqualTo(200);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1"})
  void shouldRefuseToStartForOthersWithoutAValidKey(String bind, @TempDir Path empty) {
    DataFolder data = new DataFolder(empty);
    IssuedKey revoked = data.keys().create(Role.ADMIN, "", null);
    data.keys().revoke(revoked.key().id());
    assertThatThrownBy(() -> HttpServer.check(ServeSettings.local(bind, 0), data))
        .isInstanceOfSatisfying(
            ClewException.class, e -> assertThat(e.reason()).isEqualTo(ClewException.Reason.USAGE))
        .hasMessageContaining(bind)
        .hasMessageContaining("clew keys create");
    data.keys().create(Role.READER, "", null);
    HttpServer.check(ServeSettings.local(bind, 0), data);
  }

  @Test
  void shouldAnswerOthersUnderTheNamesItWasGiven(@TempDir Path other) {
    DataFolder data = new DataFolder(other);
    String key = data.keys().create(Role.READER, "", null).text();
    ServeSettings settings =
        new ServeSettings("0.0.0.0", 0, false, Set.of("Clew.example.org"), null);
    try (HttpServer open = HttpServer.start(SampleGraph.load(), data, settings)) {
      Client client = new Client(URI.create("http://127.0.0.1:" + open.uri().getPort()));
      String asked = "Connection: close\r\nAuthorization: Bearer " + key + "\r\n";
      for (String host : List.of("clew.example.org", "CLEW.example.org:443", "localhost")) {
        assertThat(client.raw(status(host, asked)))
            .startsWith("HTTP/1.1 200")
            .contains("RateLimit");
      }
      for (String host : List.of("evil.example.org", "0.0.0.0", "192.0.2.1")) {
        assertThat(client.raw(status(host, asked))).startsWith("HTTP/1.1 421");
      }
      assertThat(
              client.raw(
                  status("clew.example.org", "Origin: https://clew.example.org\r\n" + asked)))
          .startsWith("HTTP/1.1 200");
      assertThat(client.raw(status("localhost", "Origin: https://evil.example.org\r\n" + asked)))
          .startsWith("HTTP/1.1 403");
      assertThat(client.raw(status("localhost", "Connection: close\r\n")))
          .startsWith("HTTP/1.1 401");
    }
  }

  private static String status(String host, String headers) {
    return "GET /api/v1/status HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n";
  }

  private int statusWith(String text) {
    return server.client().get("/api/v1/status", "Authorization", "Bearer " + text).statusCode();
  }

  private static int expected(Rule rule, String kind) {
    if (rule.isOpen()) {
      return 0;
    }
    return switch (kind) {
      case "reader", "analyst", "admin" -> Role.parse(kind).allows(rule.role()) ? 0 : 403;
      default -> 401;
    };
  }

  private static int ask(UriRouteInfo<?, ?> route, String kind) {
    String path = template(route).replaceAll("\\{[^{}]*}", "nobody");
    String method = route.getHttpMethodName();
    return send(method, path, method.equals("POST") ? "{" : null, kind).statusCode();
  }

  private static HttpResponse<String> send(String method, String path, String body, String kind) {
    return server
        .client()
        .send(
            server
                .client()
                .request(path, server.as(kind))
                .header("Content-Type", "application/json")
                .method(
                    method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
  }

  private static String template(UriRouteInfo<?, ?> route) {
    return route.getUriMatchTemplate().toPathString();
  }
}
