package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Source;
import org.junit.jupiter.api.Test;

class FactAggregatorTest {
  private static final Source FILE =
      new Source(
          EntityId.source("file"),
          "File",
          null,
          null,
          Grade.UNKNOWN,
          null,
          null,
          null,
          null,
          null,
          List.of());

  @Test
  void shouldSumCountsAndSpanDatesAndKeepFiveReferences() {
    FactAggregator aggregator = new FactAggregator();
    for (int i = 1; i <= 7; i++) {
      aggregator.link(link("a.com", "b.com", "2020-0" + i, "f.csv:" + i));
    }
    Link link = aggregator.facts(FILE).links().get(0);
    assertThat(link.count()).isEqualTo(7);
    assertThat(link.firstSeen()).hasToString("2020-01");
    assertThat(link.lastSeen()).hasToString("2020-07");
    assertThat(link.evidence()).hasSize(5).startsWith("f.csv:1");
    assertThat(link.source()).isEqualTo(FILE.id());
  }

  @Test
  void shouldDescribeEachEndAndSortById() {
    FactAggregator aggregator = new FactAggregator();
    aggregator.link(link("z.com", "b.com", "2020", "f.csv:1"));
    aggregator.link(link("a.com", "b.com", "2020", "f.csv:2"));
    Facts facts = aggregator.facts(FILE);
    assertThat(facts.entities())
        .extracting(stated -> stated.entity().id().value())
        .containsExactly("domain:a.com", "domain:b.com", "domain:z.com");
    assertThat(facts.links()).extracting(Link::id).isSorted();
  }

  @Test
  void shouldTieAHostToItsRegistrableDomainButNotToAPlatform() {
    FactAggregator aggregator = new FactAggregator();
    aggregator.link(link("arabic.rt.com", "sites.google.com", "2020", "f.csv:1"));
    List<Link> links =
        aggregator.facts(FILE).links().stream()
            .filter(link -> link.type() == LinkType.SUBDOMAIN_OF)
            .toList();
    assertThat(links)
        .singleElement()
        .satisfies(
            link -> {
              assertThat(link.from()).isEqualTo(EntityId.domain("arabic.rt.com"));
              assertThat(link.to()).isEqualTo(EntityId.domain("rt.com"));
              assertThat(link.basis()).isEqualTo(Basis.DERIVED);
              assertThat(link.grade()).hasToString("A1");
            });
  }

  private static Link link(String from, String to, String date, String evidence) {
    PartialDate seen = new PartialDate(date);
    return new Link(
        EntityId.domain(from),
        LinkType.LINKS_TO,
        EntityId.domain(to),
        FactSink.FILE,
        seen,
        seen,
        1,
        Basis.OBSERVED,
        null,
        null,
        List.of(evidence),
        null);
  }
}
