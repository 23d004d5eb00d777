package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnpairedTest {
  private static final String GRAPH =
      """
      {"format": "clew-graph", "version": 1, "graph": {},
       "sources": [{"id": "source:a", "title": "A"}],
       "nodes": [{"id": "domain:a.com", "kind": "Domain", "name": "A"}],
       "statements": [
         {"entity": "domain:a.com", "statedIn": "source:a", "name": "«name»"}],
       "links": []}
      """;

  @Test
  void shouldFindHalvesWhereverTheyStand() {
    assertThat(Unpaired.isIn("half \ud83d")).isTrue();
    assertThat(Unpaired.isIn("\udc00 half")).isTrue();
    assertThat(Unpaired.isIn(Map.of("a", List.of("b", "\udc00\ud83d")))).isTrue();
    assertThat(Unpaired.isIn(Map.of("\ud83d", 1L))).isTrue();
    assertThat(Unpaired.isIn(List.of("😀 whole 😀", 7L))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"bundle\",\"objects\":[{\"type\":\"domain-name\",\"id\":\"domain-name--1\",\"value\":\"a\\ud83d.com\"}]}",
        "{\"id\":\"1\",\"schema\":\"Person\",\"properties\":{\"name\":[\"half \\udc00\"]}}",
        "{\"graph\":{\"nodes\":[{\"id\":\"domain:a.com\",\"kinds\":[\"Domain\"],\"properties\":{\"name\":\"\\ud83d\"}}],\"edges\":[]}}",
        "clew: 1\nentities:\n  - id: domain:a.com\n    name: \"half \\ud83d\"\n",
        "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\nMERGE (n:Entity {id: 'domain:a.com'}) SET n:Domain, n = {id: 'domain:a.com', name: '\\uD83D'};\n",
      })
  void shouldRejectWhatHoldsOne(String text) {
    IngestResult result = Reading.text(text);

    assertThat(result.rejects())
        .anySatisfy(reject -> assertThat(reject.reason()).isEqualTo(Unpaired.REASON));
    assertThat(result.facts().entities()).isEmpty();
  }

  @Test
  void shouldNameThePropertyThatHoldsOne() {
    String script =
        "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n"
            + "MERGE (n:Entity {id: 'domain:a.com'}) SET n:Domain, n = {id: 'domain:a.com',"
            + " registrar: '\\uD83D'};\n";

    assertThat(Reading.text(script).rejects())
        .anySatisfy(reject -> assertThat(reject.column()).isEqualTo("registrar"));
  }

  @Test
  void shouldRejectTheStatementAloneThatHoldsOne() {
    IngestResult whole = Reading.text(GRAPH.replace("«name»", "\\ud83d\\ude00"));
    IngestResult half = Reading.text(GRAPH.replace("«name»", "\\ud83d"));

    assertThat(whole.rejects()).isEmpty();
    assertThat(half.rejects())
        .singleElement()
        .satisfies(reject -> assertThat(reject.reason()).isEqualTo(Unpaired.REASON))
        .satisfies(reject -> assertThat(reject.column()).isEqualTo("name"))
        .satisfies(reject -> assertThat(reject.line()).isEqualTo(5));
    assertThat(half.counts().rejected()).isEqualTo(1);
  }
}
