package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clew.api.trace.TraceService;
import org.clew.cypher.TestGraph;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

class OpenApiTest {
  private final Map<String, Object> document =
      new Yaml().load(OpenApiTest.class.getResourceAsStream("/web/openapi.yml"));

  @Test
  void shouldNameTheKindsAndTypesOfTheModel() {
    assertThat(at(document, "components", "schemas", "Kind", "enum"))
        .isEqualTo(Arrays.stream(EntityKind.values()).map(EntityKind::label).toList());
    assertThat(at(document, "components", "schemas", "LinkType", "enum"))
        .isEqualTo(Arrays.stream(LinkType.values()).map(LinkType::name).toList());
  }

  @Test
  void shouldDescribeRoutesThatExist() {
    TraceService traces = request -> Map.of("chains", List.of());
    try (HttpServer server =
        HttpServer.start("127.0.0.1", 0, TestGraph.empty(), SampleGraph.DATA, traces)) {
      Client client = new Client(server.uri());
      Map<?, ?> paths = (Map<?, ?>) document.get("paths");
      assertThat(paths).hasSizeGreaterThan(10);
      paths.forEach(
          (path, methods) -> {
            String address = path.toString().replaceAll("\\{[a-z]+}", "x");
            String method = ((Map<?, ?>) methods).keySet().iterator().next().toString();
            HttpRequest.Builder asking =
                client
                    .request(address, "Content-Type", "application/json")
                    .method(
                        method.toUpperCase(Locale.ROOT),
                        method.equals("post")
                            ? BodyPublishers.ofString("{")
                            : BodyPublishers.noBody());
            String answer = client.send(asking.build()).body();
            assertThat(answer).as(address).doesNotContain("There is nothing at", "not answer to");
          });
    }
  }

  @Test
  void shouldReferToNothingThatIsMissing() {
    references(document)
        .forEach(
            reference ->
                assertThat(at(document, reference.substring(2).split("/", -1)))
                    .as(reference)
                    .isNotNull());
  }

  private static List<String> references(Object node) {
    if (node instanceof Map<?, ?> map) {
      return map.entrySet().stream()
          .flatMap(
              entry ->
                  entry.getKey().equals("$ref")
                      ? List.of(entry.getValue().toString()).stream()
                      : references(entry.getValue()).stream())
          .toList();
    }
    return node instanceof List<?> list
        ? list.stream().flatMap(item -> references(item).stream()).toList()
        : List.of();
  }

  private static Object at(Object node, String... way) {
    Object found = node;
    for (String step : way) {
      found = ((Map<?, ?>) found).get(step);
    }
    return found;
  }
}
