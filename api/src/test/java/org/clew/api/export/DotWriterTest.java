package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Set;
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
        .contains("\\\\u0001")
        .endsWith("];");
  }
}
