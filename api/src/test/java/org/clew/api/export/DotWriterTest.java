package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.jgrapht.Graph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.dot.DOTImporter;
import org.junit.jupiter.api.Test;

class DotWriterTest {
  @Test
  void shouldOpenInJgraphtWithEntitiesAndLinks() {
    Graph<String, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);
    DOTImporter<String, DefaultEdge> importer = new DOTImporter<>();
    Set<String> labels = new HashSet<>();
    importer.setVertexFactory(id -> id);
    importer.addVertexAttributeConsumer(
        (pair, value) -> {
          if (pair.getSecond().equals("label")) {
            labels.add(value.getValue());
          }
        });

    importer.importGraph(graph, new StringReader(SampleGraph.text(ExportFormat.DOT)));

    assertThat(graph.vertexSet())
        .hasSize(SampleGraph.ENTITIES)
        .contains("account:x:@cgtn", "outlet:ir:press-tv");
    assertThat(graph.edgeSet()).hasSize(SampleGraph.LINKS);
    assertThat(labels).contains("Press TV", "=HYPERLINK(1)");
  }

  @Test
  void shouldWriteNamesAsTextOnOneLine() {
    String account =
        SampleGraph.text(ExportFormat.DOT)
            .lines()
            .filter(line -> line.startsWith("  \"account:x:25073877\" ["))
            .findFirst()
            .orElseThrow();
    assertThat(account)
        .contains("<script>alert(\\\"1\\\")</script> &amp; 'x'; \\\\u0027})")
        .doesNotContain("\u0001")
        .endsWith("];");
  }

  @Test
  void shouldHoldEveryEntityAndLinkOfAHostileGraph() {
    GraphStore store = TestGraph.empty();
    HostileGraph.write(store, 11);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport.write(
        new Subgraphs(store), Subgraph.ALL, ExportFormat.DOT, ExportOptions.DEFAULT, out);
    String document = out.toString(StandardCharsets.UTF_8);

    Graph<String, DefaultEdge> graph = new DirectedPseudograph<>(DefaultEdge.class);
    DOTImporter<String, DefaultEdge> importer = new DOTImporter<>();
    importer.setVertexFactory(XmlEscapes::decode);
    importer.importGraph(graph, new StringReader(document));

    assertThat(graph.vertexSet()).containsExactlyInAnyOrderElementsOf(entities(store));
    assertThat(graph.edgeSet()).hasSize(links(store));
    assertThat(document.lines()).allMatch(line -> line.matches("[^\\p{Cc}\\p{Cf}\\p{Cs}]*"));
    assertThat(document.lines()).allMatch(line -> line.length() < 4_000);
  }

  private static List<String> entities(GraphStore store) {
    return store.read(
        "MATCH (e:Entity) WHERE NOT e:Source RETURN e.id AS id",
        Map.of(),
        row -> row.get("id").asString());
  }

  private static int links(GraphStore store) {
    String count = "MATCH ()-[r]->() WHERE type(r) <> 'STATED_IN' RETURN count(r) AS links";
    return store.read(count, Map.of(), row -> row.get("links").asInt()).get(0);
  }
}
