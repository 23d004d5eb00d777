package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.clew.api.coordination.SamplePosts;
import org.clew.api.http.OpenApiDocument.Operation;
import org.clew.loader.ingest.DataFolder;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Walks the OpenAPI document: what it describes is there, and every answer is as it says. */
class ContractTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Not for callers: the parts of the health, and the page's own files. */
  private static final Set<String> UNDESCRIBED = Set.of("GET /health/{}", "GET /lib/{}");

  /** What the gate before all routes answers; the document's introduction speaks of it. */
  private static final Set<Integer> OF_THE_GATE = Set.of(401, 403, 413, 414, 421, 429, 431);

  private static final List<String> HOSTILE =
      List.of(
          "<script>alert(1)</script>",
          "=1+1",
          "'}) DETACH DELETE n //",
          "abc \u202egnp.exe",
          "a\u0000b",
          "line\r\nX-Injected: 1",
          "../../etc/passwd",
          "x".repeat(3_000));

  private static final Map<String, String> QUERIES =
      Map.of(
          "/api/v1/matrix", "clusters=cluster:case:liberty",
          "/api/v1/subgraph", "entity=state:IR");

  private static final Map<String, String> BODIES =
      Map.of(
          "POST /api/v1/detections", "{\"signal\": [\"url\"], \"minWeight\": 2}",
          "POST /api/v1/imports", "a,b\n1,2\n",
          "POST /api/v1/traces", "{\"from\": \"domain:liberty.example\"}",
          "POST /api/v1/notes", "{\"about\": \"outlet:ir:press-tv\", \"text\": \"seen\"}");

  @TempDir private static Path folder;
  private static final OpenApiDocument DOCUMENT = new OpenApiDocument();
  private static HttpServer server;
  private static Client client;
  private final Set<String> faults = new TreeSet<>();

  @BeforeAll
  static void start() {
    DataFolder data = new DataFolder(folder);
    SamplePosts.fill(data);
    server = HttpServer.start(SampleGraph.load(), data, "127.0.0.1", 0);
    client = new Client(server.uri());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void shouldDescribeEveryRouteAndNoOther() {
    Set<String> routes =
        server.routes().stream()
            .filter(route -> !Set.of("HEAD", "OPTIONS").contains(route.getHttpMethodName()))
            .map(
                route ->
                    route.getHttpMethodName()
                        + " "
                        + route
                            .getUriMatchTemplate()
                            .toPathString()
                            .replaceAll("\\{/[^{}]*}", "/{}")
                            .replaceAll("\\{[^{}]*}", "{}"))
            .filter(route -> !UNDESCRIBED.contains(route))
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(routes)
        .containsExactlyInAnyOrderElementsOf(
            DOCUMENT.operations().stream().map(Operation::shape).toList());
  }

  @Test
  void shouldGiveExamplesThatFitTheirSchemas() {
    for (Operation operation : DOCUMENT.operations()) {
      contents(operation.described().path("requestBody"), operation);
      operation.described().get("responses").forEach(answer -> contents(answer, operation));
    }
    assertThat(faults).isEmpty();
  }

  private void contents(JsonNode holder, Operation operation) {
    for (JsonNode content : DOCUMENT.resolve(holder).path("content")) {
      if (content.has("example")) {
        DOCUMENT
            .faults(content.get("schema"), content.get("example"))
            .forEach(fault -> faults.add(operation + " example: " + fault));
      }
    }
  }

  @Test
  void shouldAnswerAsDescribedWhateverIsAsked() {
    Map<String, String> ids = ids();
    DOCUMENT.operations().stream()
        .filter(operation -> !operation.method().equals("DELETE"))
        .forEach(operation -> walk(operation, ids));
    DOCUMENT.operations().stream()
        .filter(operation -> operation.method().equals("DELETE"))
        .sorted(Comparator.comparing(Operation::path))
        .forEach(operation -> walk(operation, ids));
    assertThat(faults).isEmpty();
  }

  /** Something of each sort that a path names by its id. */
  private Map<String, String> ids() {
    JsonNode key = made("/api/v1/keys", "{\"role\": \"reader\"}");
    JsonNode note = made("/api/v1/notes", BODIES.get("POST /api/v1/notes"));
    JsonNode job = made("/api/v1/detections", BODIES.get("POST /api/v1/detections"));
    client.get("/api/v1/jobs/" + job.get("id").asText() + "/events");
    client.send(
        client
            .request("/api/v1/saved/outlets", "Content-Type", "application/json")
            .PUT(BodyPublishers.ofString("{\"query\": \"RETURN 1 AS one\"}"))
            .build());
    JsonNode run = Client.json(client.get("/api/v1/detections")).at("/items/0/id");
    JsonNode link = Client.json(client.get("/api/v1/links?limit=1")).at("/items/0/id");
    return Map.of(
        "attributions",
        "cluster:case:liberty",
        "clusters",
        "cluster:case:liberty",
        "detections",
        run.asText(),
        "entities",
        "account:x:666",
        "jobs",
        job.get("id").asText(),
        "keys",
        key.get("id").asText(),
        "links",
        link.asText(),
        "notes",
        note.get("id").asText(),
        "outlets",
        "outlet:ir:press-tv",
        "saved",
        "outlets");
  }

  private static JsonNode made(String path, String body) {
    HttpResponse<String> answer = client.post(path, body);
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return Client.json(answer);
  }

  /** Good input first, then each part of it spoilt; what deletes is asked rightly last of all. */
  private void walk(Operation operation, Map<String, String> ids) {
    String path = filled(operation, id(operation, ids));
    String query = QUERIES.getOrDefault(operation.path(), "");
    String body = body(operation);
    boolean deletes = operation.method().equals("DELETE");
    if (!deletes) {
      good(operation, path + "?" + query, body);
      spoilQueries(operation, path, query, body);
      spoilBodies(operation, path, body);
      good(operation, path + "?" + query, body);
    }
    if (path.startsWith("/api/")) {
      refused(operation, path + "?" + query + "&nonsense=1", body);
    }
    if (operation.path().contains("{")) {
      for (String hostile : HOSTILE) {
        ask(operation, filled(operation, hostile) + "?" + query, body, "application/json");
      }
    }
    if (deletes) {
      good(operation, path, body);
      ask(operation, path, body, "application/json");
    }
  }

  private void spoilQueries(Operation operation, String path, String query, String body) {
    for (JsonNode parameter : DOCUMENT.parameters(operation, "query")) {
      String name = parameter.get("name").asText();
      JsonNode schema = DOCUMENT.resolve(parameter.get("schema"));
      String others =
          List.of(query.split("&", -1)).stream()
              .filter(part -> !part.startsWith(name + "="))
              .collect(Collectors.joining("&"));
      String asked = path + "?" + others + "&" + name + "=";
      if (parameter.path("required").asBoolean()) {
        refused(operation, path + "?" + others, body);
      }
      if (schema.path("type").asText().equals("integer")) {
        List<String> wrong = new ArrayList<>(List.of("ten", "1.5", "99999999999999999999"));
        if (schema.has("minimum")) {
          good(operation, asked + schema.get("minimum").asLong(), body);
          wrong.add("" + (schema.get("minimum").asLong() - 1));
        }
        if (schema.has("maximum")) {
          good(operation, asked + schema.get("maximum").asLong(), body);
          wrong.add("" + (schema.get("maximum").asLong() + 1));
        }
        wrong.forEach(value -> refused(operation, asked + value, body));
      } else if (DOCUMENT.resolve(schema.path("items")).has("enum") || schema.has("enum")) {
        refused(operation, asked + "nonsense", body);
      } else if (schema.path("type").asText().equals("boolean")) {
        refused(operation, asked + "nonsense", body);
      }
      for (String hostile : HOSTILE) {
        ask(operation, asked + encoded(hostile), body, "application/json");
      }
    }
  }

  private void spoilBodies(Operation operation, String path, String body) {
    JsonNode content =
        operation.described().at("/requestBody/content").path("application/json").path("schema");
    if (content.isMissingNode()) {
      return;
    }
    JsonNode schema = DOCUMENT.resolve(content);
    for (String wrong : List.of("{", "[]", "\"x\"", "1", "\u0000", "{\"nonsense\": 1}")) {
      refused(operation, path, wrong);
    }
    expect(ask(operation, path, body, "text/plain"), Set.of(415), operation, "text/plain");
    expect(
        ask(operation, path, "\"" + "x".repeat(1 << 20) + "\"", "application/json"),
        Set.of(413),
        operation,
        "a body beyond 1 MiB");
    schema
        .path("required")
        .forEach(
            name ->
                refused(operation, path, object(body).without(List.of(name.asText())).toString()));
    schema
        .path("properties")
        .properties()
        .forEach(
            property -> {
              String name = property.getKey();
              JsonNode type = DOCUMENT.resolve(property.getValue());
              if (!type.path("type").asText().equals("object")) {
                JsonNode object = JSON.createObjectNode().put("a", 1);
                refused(operation, path, object(body).set(name, object).toString());
              }
              for (String edge : List.of("minimum", "maximum")) {
                if (type.has(edge)) {
                  long beyond = type.get(edge).asLong() + (edge.equals("minimum") ? -1 : 1);
                  refused(operation, path, object(body).put(name, beyond).toString());
                }
              }
              for (String hostile : HOSTILE) {
                ask(
                    operation,
                    path,
                    type.path("type").asText().equals("array")
                        ? object(body).set(name, JSON.createArrayNode().add(hostile)).toString()
                        : object(body).put(name, hostile).toString(),
                    "application/json");
              }
            });
  }

  private void good(Operation operation, String path, String body) {
    HttpResponse<String> answer = ask(operation, path, body, "application/json");
    expect(answer, Set.of(200, 201, 202), operation, path);
  }

  private void refused(Operation operation, String path, String body) {
    HttpResponse<String> answer = ask(operation, path, body, "application/json");
    expect(answer, Set.of(400), operation, path + " " + body);
  }

  private void expect(
      HttpResponse<String> answer, Set<Integer> statuses, Operation operation, String asked) {
    if (!statuses.contains(answer.statusCode())) {
      faults.add(
          "%s: %d, not %s, for %s: %s"
              .formatted(operation, answer.statusCode(), statuses, cut(asked), cut(answer.body())));
    }
  }

  private HttpResponse<String> ask(Operation operation, String path, String body, String type) {
    HttpResponse<String> answer =
        client.send(
            client
                .request(path, "Content-Type", type)
                .method(
                    operation.method(),
                    body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body))
                .build());
    check(operation, answer);
    return answer;
  }

  private void check(Operation operation, HttpResponse<String> answer) {
    int status = answer.statusCode();
    String type =
        answer.headers().firstValue("Content-Type").orElse("none").replaceAll(";.*", "").strip();
    if (status >= 500 || answer.body().contains("\tat ") || answer.body().contains("Exception:")) {
      faults.add("%s: %d %s".formatted(operation, status, cut(answer.body())));
      return;
    }
    JsonNode described = DOCUMENT.resolve(operation.described().get("responses").path("" + status));
    if (status >= 400 && OF_THE_GATE.contains(status) && described.isMissingNode()) {
      described = DOCUMENT.resolve(operation.described().get("responses").path("400"));
    }
    JsonNode content = described.path("content").path(type);
    if (status >= 400 && !type.equals("application/problem+json")) {
      faults.add("%s: %d as %s".formatted(operation, status, type));
    } else if (content.isMissingNode()) {
      faults.add("%s: %d as %s is not described".formatted(operation, status, type));
    } else if (type.endsWith("json")) {
      DOCUMENT
          .faults(content.get("schema"), Client.json(answer))
          .forEach(fault -> faults.add("%s: %d: %s".formatted(operation, status, fault)));
    }
  }

  private static String body(Operation operation) {
    if (BODIES.containsKey(operation.toString())) {
      return BODIES.get(operation.toString());
    }
    JsonNode example = operation.described().at("/requestBody/content/application~1json/example");
    return example.isMissingNode() ? null : example.toString();
  }

  private static String id(Operation operation, Map<String, String> ids) {
    String[] steps = operation.path().split("/", -1);
    return steps.length > 3 ? ids.getOrDefault(steps[3], "") : "";
  }

  private static String filled(Operation operation, String id) {
    return operation.path().replaceAll("\\{[^{}]*}", encoded(id));
  }

  private static ObjectNode object(String body) {
    try {
      return (ObjectNode) JSON.readTree(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static String cut(String text) {
    return text.length() > 300 ? text.substring(0, 300) + "…" : text;
  }
}
