package org.clew.api.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeLinkWriterTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Test
  void shouldHoldEverythingWithItsTypes() throws IOException {
    JsonNode graph = MAPPER.readTree(SampleGraph.export(ExportFormat.JSON));

    assertThat(graph.get("sources")).hasSize(SampleGraph.SOURCES);
    assertThat(graph.get("nodes")).hasSize(SampleGraph.ENTITIES);
    assertThat(graph.get("statements")).hasSize(SampleGraph.STATEMENTS);
    assertThat(graph.get("links")).hasSize(SampleGraph.LINKS);
    JsonNode account = graph.get("nodes").get(1);
    assertThat(account.get("name").textValue()).isEqualTo(SampleGraph.HOSTILE);
    assertThat(account.get("kind").textValue()).isEqualTo("Account");
    assertThat(account.get("attributes").get("followers").longValue()).isEqualTo(12);
    assertThat(account.get("attributes").get("formerHandles")).hasSize(3);
  }

  @Test
  void shouldJoinLinksToNodesByIdAndNameTheirSourceApart() throws IOException {
    JsonNode graph = MAPPER.readTree(SampleGraph.export(ExportFormat.JSON));

    List<String> nodes = graph.get("nodes").findValuesAsText("id");
    for (JsonNode link : graph.get("links")) {
      assertThat(nodes).contains(link.get("source").asText(), link.get("target").asText());
      assertThat(graph.get("sources").findValuesAsText("id"))
          .contains(link.get("statedIn").asText());
    }
    assertThat(graph.get("links").get(1).has("grade")).isFalse();
    assertThat(graph.get("links").get(2).get("grade").asText()).isEqualTo("C3");
  }

  @Test
  void shouldHaveAllPartsOfAnEmptyGraph() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    GraphExport.writer(ExportFormat.JSON, out).end();

    JsonNode graph = MAPPER.readTree(out.toByteArray());
    assertThat(graph.get("nodes")).isEmpty();
    assertThat(graph.get("links")).isEmpty();
    assertThat(graph.get("sources").isArray()).isTrue();
    assertThat(graph.get("statements").isArray()).isTrue();
  }
}
