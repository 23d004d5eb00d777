package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.model.links.Hypothesis;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;

class ExchangeReadersTest {
  private static final String BUNDLE =
      """
      {"type": "bundle", "id": "bundle--1", "objects": [
        {"type": "domain-name", "id": "domain-name--1", "value": "a.com"},
        {"type": "domain-name", "id": "domain-name--2", "value": "b[.]com"},
        {"type": "attack-pattern", "id": "attack-pattern--1", "name": "Typosquatting"},
        {"type": "campaign", "id": "campaign--1", "name": "Operation X"},
        {"type": "location", "id": "location--1", "country": "IR"},
        {"type": "user-account", "id": "user-account--1", "account_type": "twitter", "display_name": "423 accounts"},
        {"type": "channel", "id": "channel--1", "name": "cgtn", "channel_types": ["Twitter"]},
        {"type": "url", "id": "url--1", "value": "URLs of typosquatting articles"},
        {"type": "identity", "id": "identity--1", "name": "Some Agency", "identity_class": "organization"},
        {"type": "relationship", "id": "relationship--1", "relationship_type": "related-to", "source_ref": "domain-name--1", "target_ref": "attack-pattern--1"},
        {"type": "relationship", "id": "relationship--2", "relationship_type": "related-to", "source_ref": "domain-name--2", "target_ref": "attack-pattern--1"},
        {"type": "relationship", "id": "relationship--3", "relationship_type": "uses", "source_ref": "campaign--1", "target_ref": "domain-name--1"},
        {"type": "relationship", "id": "relationship--4", "relationship_type": "uses", "source_ref": "campaign--1", "target_ref": "domain-name--2"},
        {"type": "relationship", "id": "relationship--5", "relationship_type": "located-at", "source_ref": "domain-name--1", "target_ref": "location--1"},
        {"type": "relationship", "id": "relationship--6", "relationship_type": "related-to", "source_ref": "domain-name--1", "target_ref": "domain-name--9"},
        {"type": "relationship", "id": "relationship--7", "relationship_type": "related-to", "source_ref": "domain-name--1", "target_ref": "identity--1"},
        {"type": "relationship", "id": "relationship--8", "relationship_type": "attributed-to", "source_ref": "domain-name--2", "target_ref": "identity--1", "confidence": 70},
        {"type": "relationship", "id": "relationship--9", "relationship_type": "amplifies", "source_ref": "channel--1", "target_ref": "domain-name--1", "start_time": "2020-01-02T00:00:00.000Z"},
        {"type": "domain-name", "id": "domain-name--1", "value": "a.com"}
      ]}
      """;

  @Test
  void shouldGiveNoControlThroughWhatIsGeneral() {
    IngestResult result = Reading.text(BUNDLE);

    assertThat(result.format()).isEqualTo("stix");
    assertThat(result.counts()).isEqualTo(new RowCounts(16, 2, 1, 0, 0));
    assertThat(result.facts().links())
        .filteredOn(link -> link.type().hypothesis() == Hypothesis.CONTROL)
        .extracting(link -> link.from() + " " + link.type() + " " + link.to())
        .containsExactly("org:some-agency OPERATES domain:b.com");
    assertThat(Reading.links(result, LinkType.LINKS_TO))
        .containsExactly("account:x:@cgtn domain:a.com");
    assertThat(Reading.links(result, LinkType.IN_CLUSTER)).hasSize(2);
    assertThat(Reading.link(result, LinkType.OPERATES).grade()).hasToString("F2");
  }

  @Test
  void shouldTakeAnObjectForManyAsOneStatement() {
    IngestResult result = Reading.text(BUNDLE);

    assertThat(result.facts().entities())
        .filteredOn(stated -> stated.entity().attributes().containsKey("statedCount"))
        .singleElement()
        .satisfies(
            stated -> {
              assertThat(stated.entity().attributes()).containsEntry("statedCount", 423L);
              assertThat(stated.entity().id().value()).startsWith("cluster:label:423-accounts-");
            });
  }

  @Test
  void shouldRejectJunkAndDanglingReferencesAndLoadTheRest() {
    assertThat(Reading.text(BUNDLE).rejects())
        .extracting(reject -> reject.line() + " " + reject.reason())
        .containsExactly(
            "9 'URLs of typosquatting articles' names no address, account or value.",
            "16 The bundle has no usable object 'domain-name--9'.");
  }

  @Test
  void shouldReadOwnershipByIdOnly() {
    IngestResult result =
        Reading.text(
            """
            {"id": "o1", "schema": "Ownership", "properties": {"owner": ["p1"], "asset": ["c1"], "startDate": ["2018"]}}
            {"id": "c1", "schema": "Company", "properties": {"name": ["Press Ltd"], "website": ["https://press.com"], "country": ["ir"]}}
            {"id": "p1", "schema": "Person", "properties": {"name": ["Ann"]}}
            {"id": "o2", "schema": "Ownership", "properties": {"owner": ["Press Ltd"], "asset": ["c1"]}}
            {"id": "d1", "schema": "Document", "properties": {}}
            {"id": "c2", "schema": "Company", "properties": {"name": "No list"}}
            {"id": "p1", "schema": "Person", "properties": {"name": ["Ann"]}}
            nonsense
            """);

    assertThat(result.format()).isEqualTo("ftm");
    assertThat(result.counts()).isEqualTo(new RowCounts(4, 3, 1, 0, 1));
    assertThat(Reading.links(result, LinkType.OWNS)).containsExactly("org:ftm:p1 org:ftm:c1");
    assertThat(Reading.links(result, LinkType.DECLARES))
        .containsExactly("org:ftm:c1 domain:press.com");
    assertThat(Reading.link(result, LinkType.OWNS).firstSeen()).hasToString("2018");
  }

  @Test
  void shouldRejectAnIdThatNoIndexCanHoldAndReadTheRest() {
    String longId = "p".repeat(8_000);
    IngestResult result =
        Reading.text(
            """
            {"id": "p1", "schema": "Person", "properties": {"name": ["Ann"]}}
            {"id": "%s", "schema": "Person", "properties": {"name": ["Bob"]}}
            """
                .formatted(longId));

    assertThat(result.counts()).isEqualTo(new RowCounts(1, 1, 0, 0, 0));
    assertThat(Reading.reasons(result).get(0)).endsWith("p…' is longer than 8,000 bytes.");
  }

  @Test
  void shouldRefuseToMatchByName() {
    IngestResult result =
        Reading.text(
            """
            {"graph": {"nodes": [
              {"id": "account:x:1", "kinds": ["Account"], "properties": {"name": "Ann", "followers": 3}},
              {"id": "a.com", "kinds": ["Domain"], "properties": {}},
              {"id": "S-1-5-21", "kinds": ["Domain", "Base"], "properties": {}},
              {"id": "u", "kinds": ["User"], "properties": {}}
            ], "edges": [
              {"kind": "LINKS_TO", "start": {"value": "account:x:1"}, "end": {"value": "a.com", "match_by": "id"}, "properties": {"count": 4}},
              {"kind": "LINKS_TO", "start": {"value": "Ann", "match_by": "name"}, "end": {"value": "a.com"}},
              {"kind": "AdminTo", "start": {"value": "account:x:1"}, "end": {"value": "a.com"}},
              {"kind": "OWNS", "start": {"value": "a.com"}, "end": {"value": "account:x:1"}},
              {"kind": "LINKS_TO", "start": {"value": "u"}, "end": {"value": "a.com"}}
            ]}}
            """);

    assertThat(result.format()).isEqualTo("opengraph");
    assertThat(result.counts()).isEqualTo(new RowCounts(3, 6, 0, 0, 0));
    assertThat(Reading.link(result, LinkType.LINKS_TO).count()).isEqualTo(4);
    assertThat(Reading.reasons(result)).anyMatch(reason -> reason.contains("'name' is refused"));
    assertThat(Reading.entity(result, "account:x:1").attributes()).containsEntry("followers", 3L);
    assertThat(result.source().format()).isEqualTo("opengraph");
  }
}
