package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.clew.loader.RealData;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LaundromatReadersTest {
  private static final String HEADER = "indicator_type,indicator_content,domain_name\n";

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ga_id,UA-14540629-3,a.com; tracker/ga:UA-14540629
          ga_tag_id,GXGS20BWBJ,a.com; tracker/ga4:G-GXGS20BWBJ
          yandex_tag_id,ym(10970266,a.com; tracker/yandex-metrica:10970266
          verification_id,google-site-verification|yjHbnzlPT6,a.com; tracker/verification:google-site-verification|yjHbnzlPT6
          uuid,3DA4C386-bb95-4536-b806-078a63c9a267,a.com; template/uuid:3da4c386-bb95-4536-b806-078a63c9a267
          crypto-wallet,1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa,a.com; payment/wallet:1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa
          cdn-domain,mc.yandex.ru,a.com; hosting/cdn-host:mc.yandex.ru
          ip,92.255.106.3,a.com; hosting/ip:92.255.106.3
          """)
  void shouldTurnEachTypeIntoItsIndicator(String row, String indicator) {
    IngestResult result = Reading.text(HEADER + row + "\n");
    assertThat(Reading.links(result, LinkType.USES))
        .containsExactly("domain:a.com indicator:" + indicator);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          ip,92.255.106.3,
          cdn-domain,,a.com
          cdn-domain,www.a.com,a.com
          cdn-domain,static.a.com,a.com
          css-class,set(),a.com
          ga_tag_id,91544,a.com
          crypto-wallet,1d1ffcb3b1fc38c54e266ed85e22145a,a.com
          cert-domain,sni.cloudflaressl.com,a.com
          certificate,-----BEGIN CERTIFICATE-----AAAA-----END CERTIFICATE-----,a.com
          meta_social,twitter:site|http://infobrics.org,a.com
          whois,{"org": null},a.com
          whois,nonsense,a.com
          strange,value,a.com
          ga_id,UA-1234567,not a host
          """)
  void shouldRejectWhatIsNoIndicator(String row) {
    IngestResult result =
        Reading.text(HEADER + row.replace("{\"org\": null}", "\"{\"\"org\"\": null}\"") + "\n");
    assertThat(result.counts()).isEqualTo(new RowCounts(0, 1, 0, 0, 0));
    assertThat(result.facts().links()).isEmpty();
  }

  @Test
  void shouldMakeOneIndicatorOfEachCssClass() {
    IngestResult result = Reading.text(HEADER + "css-class,\"{'l-tail', 'no-br'}\",a.com\n");
    assertThat(Reading.links(result, LinkType.USES)).hasSize(2);
  }

  @Test
  void shouldTieASiteToTheOneWhoseHostServesItsFiles() {
    IngestResult result = Reading.text(HEADER + "cdn-domain,static.nation-news.ru,politros.com\n");
    assertThat(Reading.links(result, LinkType.USES))
        .containsExactly(
            "domain:nation-news.ru indicator:hosting/cdn-host:static.nation-news.ru",
            "domain:politros.com indicator:hosting/cdn-host:static.nation-news.ru");
  }

  @Test
  void shouldTakeTheRegistrantButNeverAPlaceholder() {
    IngestResult result =
        Reading.text(
            HEADER
                + whois(
                    "{'registrar':'REGRU-RU','name_servers':['NS1.REG.RU.','ns1.reg.ru'],"
                        + "'creation_date':['2014-02-11 19:45:45','2014-02-11 14:45:45'],"
                        + "'emails':['abuse@reg.ru','riafan@yandex.ru'],"
                        + "'name':['REDACTED FOR PRIVACY','Evgenij Z'],'org':'FAN, LLC',"
                        + "'phone':'+7 (812) 123-45-67','country':'RU'}",
                    "a.ru"));
    assertThat(Reading.links(result, LinkType.USES))
        .containsExactly(
            "domain:a.ru indicator:hosting/name-server:ns1.reg.ru",
            "domain:a.ru indicator:registration/email:riafan@yandex.ru",
            "domain:a.ru indicator:registration/name:Evgenij Z",
            "domain:a.ru indicator:registration/org:FAN, LLC",
            "domain:a.ru indicator:registration/phone:+78121234567",
            "domain:a.ru indicator:template/creation-date:2014-02-11",
            "domain:a.ru indicator:template/registrar:regru-ru");
    assertThat(Reading.links(result, LinkType.ORIGINATES_IN))
        .containsExactly("domain:a.ru state:RU");
    assertThat(Reading.entity(result, "domain:a.ru").attributes())
        .containsEntry(Attribute.CREATED.key(), "2014-02-11");
  }

  @Test
  void shouldTakeNothingOfTheRegistrantFromAPrivacyService() {
    IngestResult result =
        Reading.text(
            HEADER
                + whois(
                    "{'registrar':'GoDaddy','org':'Domains By Proxy, LLC','name':'Someone Else',"
                        + "'address':['2155 E Warner Rd'],'country':'US'}",
                    "a.ru"));
    assertThat(Reading.links(result, LinkType.USES))
        .containsExactly("domain:a.ru indicator:template/registrar:godaddy");
    assertThat(Reading.links(result, LinkType.ORIGINATES_IN)).isEmpty();
  }

  @Test
  void shouldCountARepeatedRowOnce() {
    IngestResult result =
        Reading.text(HEADER + "ga_id,UA-1453627,a.com\n".repeat(3) + "ga_id,UA-1453627,b.com\n");
    assertThat(result.counts()).isEqualTo(new RowCounts(2, 0, 2, 0, 0));
  }

  @Test
  void shouldReadAllIndicators() {
    IngestResult result =
        FileIngest.read(RealData.file("asd-laundromat/indicators.csv"), ReadOptions.DEFAULTS);
    assertThat(result.counts()).isEqualTo(new RowCounts(251, 229, 2, 0, 0));
    assertThat(Reading.reasons(result).stream().filter(r -> r.contains("names no domain")))
        .hasSize(42);
    assertThat(Reading.reasons(result).stream().filter(r -> r.contains("wallet"))).hasSize(148);
    assertThat(kind(result, "tls/certificate")).hasSize(21);
    assertThat(kind(result, "registration/"))
        .extracting(EntityId::value)
        .contains("indicator:registration/org:Non-public joint stock company \"Tsargrad media\"")
        .noneMatch(id -> id.matches("(?i).*(privacy|redacted|proxy|abuse|null).*"));
    assertThat(Reading.links(result, LinkType.USES))
        .contains(
            "domain:tsargrad.tv indicator:tracker/verification:yandex-verification|5c1b955b44fa327e",
            "domain:novorosinform.org indicator:tracker/verification:yandex-verification|5c1b955b44fa327e");
  }

  @Test
  void shouldKeepReportedLabelsOutOfEvidence() {
    IngestResult result =
        Reading.text(
            "Threat Actor,Domain,Name,Source\n,https://a.com,A,RT Mirror/Repost\n"
                + ",https://www.facebook.com,,EuVsDisinfo\n");
    assertThat(Reading.links(result, LinkType.MEMBER_OF))
        .containsExactly("domain:a.com cluster:label:rt-mirror-repost");
    assertThat(Reading.links(result, LinkType.IN_CLUSTER)).isEmpty();
    assertThat(result.source().grade()).hasToString("D4");
    assertThat(result.counts().rejected()).isEqualTo(1);
  }

  @Test
  void shouldReadAllSitesOfConcern() {
    IngestResult result =
        FileIngest.read(RealData.file("asd-laundromat/sites_of_concern.csv"), ReadOptions.DEFAULTS);
    assertThat(result.counts()).isEqualTo(new RowCounts(7711, 36, 0, 0, 0));
    assertThat(
            result.facts().entities().stream()
                .filter(stated -> stated.entity().kind() == EntityKind.CLUSTER))
        .hasSize(8);
  }

  private static List<EntityId> kind(IngestResult result, String kind) {
    return result.facts().entities().stream()
        .map(stated -> stated.entity().id())
        .filter(id -> id.value().startsWith("indicator:" + kind))
        .toList();
  }

  private static String whois(String json, String domain) {
    return "whois,\"" + json.replace("'", "\"\"") + "\"," + domain + "\n";
  }
}
