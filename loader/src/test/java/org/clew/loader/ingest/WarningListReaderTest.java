package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.loader.RealData;
import org.clew.model.entity.Attribute;
import org.junit.jupiter.api.Test;

class WarningListReaderTest {
  @Test
  void shouldMarkHostsAndAddressesWithTheListsName() {
    IngestResult result = Reading.text(list("cidr", "103.120.80.111/32\",\"103.224.182.0/24"));
    assertThat(Reading.entity(result, "indicator:hosting/ip:103.120.80.111").attributes())
        .containsEntry(Attribute.NOISE.key(), "My list");
    assertThat(Reading.entity(result, "indicator:hosting/subnet:103.224.182").attributes())
        .containsEntry(Attribute.NOISE.key(), "My list");
    IngestResult hosts = Reading.text(list("hostname", ".dyn.example.org\",\"a.com\",\"a.com"));
    assertThat(hosts.counts()).isEqualTo(new RowCounts(2, 0, 1, 0, 0));
    assertThat(Reading.entity(hosts, "domain:dyn.example.org").attributes())
        .containsEntry(Attribute.NOISE.key(), "My list");
    assertThat(hosts.source().title()).isEqualTo("My list");
  }

  @Test
  void shouldNormaliseValuesAsOtherReadersDo() {
    IngestResult result =
        Reading.text(list("string", "Abuse@Example.ORG\",\"ua-1234567-2\",\"g-ab12cd34ef"));
    assertThat(result.facts().entities())
        .extracting(stated -> stated.entity().id().value())
        .containsExactly(
            "indicator:registration/email:abuse@example.org",
            "indicator:tracker/ga4:G-AB12CD34EF",
            "indicator:tracker/ga:UA-1234567");
  }

  @Test
  void shouldRejectPatterns() {
    IngestResult result = Reading.text(list("regex", "/^(abuse)@/i"));
    assertThat(result.counts().rejected()).isEqualTo(1);
    assertThat(result.rejects().get(0).line()).isEqualTo(3);
  }

  @Test
  void shouldReadRealLists() {
    IngestResult result =
        FileIngest.read(
            RealData.file("warninglists/url-shortener/list.json"), ReadOptions.DEFAULTS);
    assertThat(result.counts()).isEqualTo(new RowCounts(255, 0, 0, 0, 0));
  }

  private static String list(String type, String items) {
    return "{\"description\": \"d\",\n\"list\": [\n\""
        + items
        + "\"],\n\"name\": \"My list\",\n\"type\": \""
        + type
        + "\"}";
  }
}
