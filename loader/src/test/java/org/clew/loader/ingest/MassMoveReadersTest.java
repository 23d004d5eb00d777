package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.loader.RealData;
import org.clew.model.entity.Attribute;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;

class MassMoveReadersTest {
  private static final String SITES =
      "awsOrigin,domain,state,lat,lng,facebookUrl,siteName,twitterUsername,twitterUserId,"
          + "twitterFollowers,siteOperator\n";

  @Test
  void shouldStateOperatorAddressPageAndAccount() {
    IngestResult result =
        Reading.text(
            SITES
                + "3.82.80.110,aikentimes.com,SC,33.5,-81.7,https://www.facebook.com/Aiken-Times-102"
                + "699811416534/,Aiken Times,AikenTimes,4218231520,7,"
                + "Locality Labs - https://web.archive.org/x\n");
    assertThat(Reading.links(result, LinkType.OPERATES))
        .containsExactly("org:locality-labs domain:aikentimes.com");
    assertThat(Reading.links(result, LinkType.USES))
        .containsExactly("domain:aikentimes.com indicator:hosting/ip:3.82.80.110");
    assertThat(Reading.links(result, LinkType.DECLARES))
        .containsExactly(
            "domain:aikentimes.com account:x:4218231520",
            "domain:aikentimes.com page:facebook:102699811416534");
    assertThat(Reading.entity(result, "account:x:4218231520").attributes())
        .containsEntry(Attribute.HANDLE.key(), "AikenTimes")
        .containsEntry(Attribute.FOLLOWERS.key(), 7L);
  }

  @Test
  void shouldKeepTheHandleWhereASpreadsheetDestroyedTheId() {
    IngestResult result =
        Reading.text(
            SITES + "1.2.3.4,a.com,,,,https://www.facebook.com/,,ChicagoWire,7.38E+17,,\n");
    assertThat(Reading.links(result, LinkType.DECLARES))
        .containsExactly("domain:a.com account:x:@chicagowire");
    assertThat(result.counts()).isEqualTo(new RowCounts(1, 0, 0, 0, 2));
    assertThat(Reading.links(result, LinkType.OPERATES)).isEmpty();
  }

  @Test
  void shouldTakeOnlyThePropertyOfATracker() {
    IngestResult result =
        Reading.text(
            "domain,ip,latitude,longitude,GoogleAnalyticsTrackingId,AddThisPubID,FacebookId,TwitterId\n"
                + "a.com,3.213.234.4,32.4,-99.7,ua-114372942-7,,colorado-daily-2021289557943148,a_b\n");
    assertThat(Reading.links(result, LinkType.USES))
        .containsExactly(
            "domain:a.com indicator:hosting/ip:3.213.234.4",
            "domain:a.com indicator:tracker/facebook-pixel:2021289557943148",
            "domain:a.com indicator:tracker/ga:UA-114372942");
  }

  @Test
  void shouldReadAllFiles() {
    IngestResult sites = FileIngest.read(RealData.file("massmove/sites.csv"), ReadOptions.DEFAULTS);
    assertThat(sites.counts()).isEqualTo(new RowCounts(1158, 0, 5, 0, 49));
    assertThat(Reading.links(sites, LinkType.OPERATES)).hasSize(1132);
    IngestResult processed =
        FileIngest.read(RealData.file("massmove/processed.csv"), ReadOptions.DEFAULTS);
    assertThat(processed.counts()).isEqualTo(new RowCounts(795, 0, 0, 0, 3));
    IngestResult relationships =
        FileIngest.read(RealData.file("massmove/relationships.csv"), ReadOptions.DEFAULTS);
    assertThat(relationships.counts()).isEqualTo(new RowCounts(10575, 0, 0, 0, 0));
    assertThat(Reading.links(relationships, LinkType.LINKS_TO)).hasSize(10575);
    assertThat(relationships.source().grade()).hasToString("C3");
  }
}
