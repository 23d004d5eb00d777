package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.graphml.GraphMLImporter;
import org.junit.jupiter.api.Test;

class GraphmlWriterTest {
  private final Map<String, Map<String, String>> nodes = new HashMap<>();
  private final Map<String, Map<String, String>> edges = new HashMap<>();

  @Test
  void shouldOpenInJgraphtWithItsSchema() {
    Graph<String, DefaultEdge> graph = read(SampleGraph.text(ExportFormat.GRAPHML));

    assertThat(graph.vertexSet()).hasSize(SampleGraph.ENTITIES + SampleGraph.SOURCES);
    assertThat(graph.edgeSet()).hasSize(SampleGraph.LINKS + SampleGraph.STATEMENTS);
    assertThat(graph.containsEdge("domain:example.org", "source:log")).isTrue();
  }

  @Test
  void shouldGiveIdsLabelsAndPropertiesInTheirTypes() {
    read(SampleGraph.text(ExportFormat.GRAPHML));

    assertThat(nodes.get("account:x:_x0040_cgtn"))
        .containsEntry("id", "account:x:@cgtn")
        .containsEntry("labels", ":Entity:Account")
        .containsEntry("label", "@cgtn");
    Map<String, String> account = nodes.get("account:x:25073877");
    assertThat(XmlEscapes.decode(account.get("name"))).isEqualTo(SampleGraph.HOSTILE);
    assertThat(account)
        .containsEntry("followers", "12")
        .containsEntry("formerHandles", "[\"a|b\",\"c\\\\\",\"\"]");
    assertThat(nodes.get("domain:example.org"))
        .containsEntry("latitude", "-1.5")
        .containsEntry("shortener", "true")
        .doesNotContainKey("status")
        .containsEntry("other", "{\"status\":7}");
    assertThat(nodes.get("source:report"))
        .containsEntry("derivesFrom", "[\"source:log\"]")
        .containsEntry("grade", "B2");
  }

  @Test
  void shouldGiveLinksTheirWeightAndOnlyAGradeOfTheirOwn() {
    read(SampleGraph.text(ExportFormat.GRAPHML));

    Map<String, String> counted =
        edges.values().stream().filter(e -> "31".equals(e.get("count"))).findFirst().orElseThrow();
    assertThat(counted)
        .containsEntry("label", "LINKS_TO")
        .containsEntry("weight", "31")
        .containsEntry("source", "source:log")
        .containsEntry("firstSeen", "2017")
        .doesNotContainKey("grade");
    assertThat(edges.values()).filteredOn(e -> "C3".equals(e.get("grade"))).hasSize(1);
    assertThat(edges.values()).filteredOn(e -> "proposed".equals(e.get("status"))).hasSize(1);
  }

  @Test
  void shouldPutWhatApocReadsFirst() {
    String text = SampleGraph.text(ExportFormat.GRAPHML);
    assertThat(text.lines().filter(line -> line.startsWith("<node ")))
        .allMatch(line -> line.contains("\"><data key=\"labels\">:Entity:"));
    assertThat(text.lines().filter(line -> line.startsWith("<edge ")))
        .allMatch(line -> line.contains("\"><data key=\"label\">"));
  }

  private Graph<String, DefaultEdge> read(String text) {
    Graph<String, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);
    GraphMLImporter<String, DefaultEdge> importer = new GraphMLImporter<>();
    importer.setVertexFactory(id -> id);
    importer.addVertexAttributeConsumer(
        (pair, value) -> put(nodes, pair.getFirst(), pair.getSecond(), value));
    importer.addEdgeAttributeConsumer(
        (pair, value) -> put(edges, key(pair.getFirst()), pair.getSecond(), value));
    importer.importGraph(graph, new StringReader(text));
    return graph;
  }

  private static String key(DefaultEdge edge) {
    return Integer.toHexString(System.identityHashCode(edge));
  }

  private static void put(
      Map<String, Map<String, String>> all, String id, String name, Attribute value) {
    all.computeIfAbsent(id, key -> new HashMap<>()).put(name, value.getValue());
  }
}
