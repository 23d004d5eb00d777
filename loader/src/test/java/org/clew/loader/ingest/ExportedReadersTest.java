package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.Stream;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Graphs that Clew exported, and what passes for one. */
class ExportedReadersTest {
  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("json", ExportedTexts.JSON),
        Arguments.of("graphml", ExportedTexts.GRAPHML),
        Arguments.of("gexf", ExportedTexts.GEXF),
        Arguments.of("cypher", ExportedTexts.CYPHER),
        Arguments.of("stix", ExportedTexts.STIX));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldSayTheSameInEachFormat(String format, String text) {
    IngestResult result = Reading.text(text);
    Facts facts = result.facts();

    assertThat(result.format()).isEqualTo(format);
    assertThat(result.rejects()).isEmpty();
    assertThat(result.counts().rows()).isEqualTo(6);
    assertThat(result.verbatim()).isTrue();
    assertThat(facts).isEqualTo(Reading.text(ExportedTexts.JSON).facts());
    assertThat(facts.sources()).extracting(Source::title).containsExactly("S");
    assertThat(facts.entities()).hasSize(2);
    Link link = facts.links().get(0);
    assertThat(link.count()).isEqualTo(4);
    assertThat(facts.measures(link.id())).isEqualTo(Map.of("weight", 0.5));
  }

  @Test
  void shouldAddNothingToWhatWasExported() {
    assertThat(Reading.text(ExportedTexts.JSON).facts().entities())
        .filteredOn(stated -> stated.entity().id().equals(EntityId.domain("a.com")))
        .singleElement()
        .satisfies(stated -> assertThat(stated.entity().attributes()).isEmpty());
  }

  @Test
  void shouldRejectWhatIsNoGraphOfClew() {
    IngestResult result =
        Reading.text(
            """
            {"format": "clew-graph",
            "sources": [{"id": "source:s", "title": "S"}],
            "nodes": [
              {"id": "domain:a.com", "kind": "Domain", "name": "a.com"},
              {"id": "domain:a.com", "kind": "Domain", "name": "a.com"},
              {"id": "domain:a.com", "kind": "Domain", "name": "another"},
              {"id": "domain:b.com", "kind": "Computer"},
              {"id": "n7", "kind": "Domain"}
            ],
            "statements": [
              {"entity": "domain:a.com", "statedIn": "source:t", "name": "a"},
              {"entity": "domain:c.com", "statedIn": "source:s", "attributes": {"shoeSize": 7}}
            ],
            "links": [
              {"source": "domain:a.com", "target": "domain:c.com", "type": "KNOWS", "statedIn": "source:s"},
              {"source": "domain:a.com", "target": "domain:z.com", "type": "LINKS_TO", "statedIn": "source:s"},
              {"source": "domain:a.com", "target": "domain:c.com", "type": "LINKS_TO", "statedIn": "source:t"},
              {"source": "domain:a.com", "target": "domain:c.com", "type": "ADMINISTERS", "statedIn": "source:s"},
              {"source": "domain:a.com", "target": "domain:c.com", "type": "LINKS_TO", "statedIn": "source:s", "count": 0},
              {"source": "domain:a.com", "target": "domain:c.com", "type": "LINKS_TO"}
            ]}
            """);

    assertThat(result.counts()).isEqualTo(new RowCounts(4, 9, 1, 0, 1));
    assertThat(Reading.reasons(result))
        .anyMatch(reason -> reason.contains("says otherwise"))
        .anyMatch(reason -> reason.contains("'Computer' is not the kind"))
        .anyMatch(reason -> reason.contains("'n7' is not an id"))
        .anyMatch(reason -> reason.contains("'source:t' is not defined"))
        .anyMatch(reason -> reason.contains("'shoeSize' is no attribute"))
        .anyMatch(reason -> reason.contains("'KNOWS' is not a link type"))
        .anyMatch(reason -> reason.contains("no usable entity 'domain:z.com'"))
        .anyMatch(reason -> reason.contains("cannot join"))
        .anyMatch(reason -> reason.contains("not a count"));
    assertThat(Reading.links(result, LinkType.LINKS_TO))
        .containsExactly("domain:a.com domain:c.com");
    assertThat(Reading.link(result, LinkType.LINKS_TO).source()).isEqualTo(result.source().id());
  }

  @Test
  void shouldNeverRunAScript() {
    IngestResult result =
        Reading.text(
            ExportedTexts.CYPHER
                + """
                MATCH (n) DETACH DELETE n;
                MERGE (n:Entity {id: 'domain:b.com'}) SET n:Domain, n = {id: 'domain:b.com'}; MATCH (n) DELETE n;
                MERGE (n:Entity {id: 'domain:b.com'}) SET n:Domain, n = {id: 'domain:b.com', name: 'half
                """);

    assertThat(result.counts().rejected()).isEqualTo(3);
    assertThat(result.counts().accepted()).isEqualTo(6);
  }

  @Test
  void shouldRefuseADocumentType() {
    String attack =
        ExportedTexts.GRAPHML.replace(
            "<graphml", "<!DOCTYPE graphml [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<graphml");

    assertThatThrownBy(() -> Reading.text(attack.replace(">Ann<", ">&x;<")))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("document type");
  }

  @Test
  void shouldSayWhereADocumentIsCutOff() {
    String half = ExportedTexts.GEXF.substring(0, ExportedTexts.GEXF.length() - 60);

    assertThatThrownBy(() -> Reading.text(half))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("is not well-formed XML: see line");
  }
}
