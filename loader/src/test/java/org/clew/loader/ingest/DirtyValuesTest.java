package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of the published formats as other versions and collectors write them. */
class DirtyValuesTest {
  private static final String INDICATORS = "indicator_type,indicator_content,domain_name\n";
  private static final String MATRIX =
      "Country,Media company,Main assets,URL,Typology,Twitter Link,Facebook Link\n";
  private static final String THREATS = "Tactic,Technique,Procedure,Indicator\n";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "IP,1.2.3.4,A.com,domain:a.com indicator:hosting/ip:1.2.3.4",
    "ip,2001:DB8:0::1,a.com,domain:a.com indicator:hosting/ip:2001:db8::1",
    "ip,1.2.3.4,http://www.a.com:8080/x,domain:a.com indicator:hosting/ip:1.2.3.4",
    "ip,1.2.3.4,a[.]com,domain:a.com indicator:hosting/ip:1.2.3.4",
    "ga_id,ua-1234567-3,m\u00fcnchen.de,domain:xn--mnchen-3ya.de indicator:tracker/ga:UA-1234567"
  })
  void shouldReadAnIndicatorHoweverItIsWritten(
      String type, String value, String domain, String link) {
    IngestResult result = Reading.text(INDICATORS + type + "," + value + "," + domain + "\n");
    assertThat(Reading.links(result, LinkType.USES)).containsExactly(link);
  }

  @ParameterizedTest
  @CsvSource({
    "ip,999.1.2.3",
    "ip,nan",
    "ip,1.2.3",
    "ip,::g",
    "ga_id,None",
    "ip,'1.2.3.4, 5.6.7.8'"
  })
  void shouldNotTakeJunkForAnIndicator(String type, String value) {
    IngestResult result = Reading.text(INDICATORS + type + ",\"" + value + "\",a.com\n");
    assertThat(result.facts().links()).isEmpty();
    assertThat(result.counts().rejected()).isEqualTo(1);
  }

  @Test
  void shouldReadAMatrixWithPlaceholdersSeveralSitesAndBareHandles() {
    IngestResult result =
        Reading.text(
            MATRIX
                + "Russia,RT,RT,\"rt.com, https://de.rt.com\",sc,@RT_com,nan\n"
                + "Iran,IRIB,Press TV,N/A,CAPU,-,None\n");
    assertThat(result.rejects()).isEmpty();
    assertThat(Reading.links(result, LinkType.PUBLISHES_ON))
        .containsExactly(
            "outlet:ru:rt account:x:@rt_com",
            "outlet:ru:rt domain:de.rt.com",
            "outlet:ru:rt domain:rt.com");
    assertThat(Reading.links(result, LinkType.CONTROLS))
        .containsExactly("state:IR outlet:ir:press-tv", "state:RU outlet:ru:rt");
  }

  @Test
  void shouldReadAllAddressesOfACellAndSayWhyOthersNameNothing() {
    String own = "0. Acquiring assets,0.6 Acquiring domains,0.6.1 x,";
    IngestResult result =
        Reading.text(
            THREATS
                + own
                + "\"a[.]com, hxxps://b[.]com\"\n"
                + own
                + "https{:}//t[.]me/some_channel\n"
                + own
                + "Registered with c[.]com in bulk\n"
                + own
                + "http://pinterest.com/pin/12345\n");
    assertThat(Reading.links(result, LinkType.IN_CLUSTER))
        .containsExactly(
            "account:telegram:@some_channel cluster:label:test",
            "domain:a.com cluster:label:test",
            "domain:b.com cluster:label:test");
    assertThat(Reading.reasons(result))
        .containsExactly(
            "No indicator: the text names no address, account or value.",
            "No indicator: 'pinterest.com/pin/12345' names no account, page or group on pinterest.");
  }

  @Test
  void shouldReadAWarningListWithoutDescriptionAndItsEntriesAsMeant() {
    IngestResult result =
        Reading.text(
            "{\"name\": \"N\", \"matching_attributes\": [], \"list\": [\"*.a.com\", \"b[.]com\","
                + " \"2001:db8::/32\", \"::1\", \"c.com/x\"]}");
    assertThat(result.facts().entities())
        .extracting(stated -> stated.entity().id().value())
        .containsExactlyInAnyOrder(
            "domain:a.com",
            "domain:b.com",
            "indicator:hosting/subnet:2001:db8::/32",
            "indicator:hosting/ip:::1");
    assertThat(result.counts().rejected()).isEqualTo(1);
    assertThatThrownBy(() -> Reading.text("{\"description\": \"x\", \"list\": [], \"list\": 1"))
        .hasMessageContaining("not well-formed");
  }

  @Test
  void shouldSayThatPatternsAreNotApplied() {
    IngestResult result =
        Reading.text("{\"description\": \"d\", \"type\": \"regex\", \"list\": [\"^a$\"]}");
    assertThat(Reading.reasons(result))
        .containsExactly("A pattern is no single host, address or value; Clew marks only these.");
  }

  @ParameterizedTest
  @CsvSource({
    "28b52ffd,is packed with zstd",
    "fd377a585a,is packed with xz",
    "425a683931,is packed with bzip2",
    "504b0506,is a zip archive that holds no file",
    "255044462d,is a PDF"
  })
  void shouldNameWhatItCannotUnpack(String hex, String reason) {
    byte[] bytes = HexFormat.of().parseHex(hex);
    assertThatThrownBy(() -> Reading.bytes(bytes, ReadOptions.DEFAULTS))
        .hasMessageStartingWith("test.csv " + reason);
  }

  @Test
  void shouldTellASpreadsheetFromAnArchive() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
      zip.write("<x/>".getBytes(StandardCharsets.UTF_8));
    }
    assertThatThrownBy(() -> Reading.bytes(bytes.toByteArray(), ReadOptions.DEFAULTS))
        .hasMessage("test.csv is a spreadsheet or a document; save it as CSV.");
  }

  @Test
  void shouldPassOverPicturesInAFolder() throws IOException {
    Files.write(folder.resolve("a.png"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 0});
    Files.writeString(
        folder.resolve("b.csv"), "originDomain,otherPublicationDomain\na.com,b.com\n");
    List<FileReport> reports = LoadRun.dryRun(List.of(folder), ReadOptions.DEFAULTS);
    assertThat(reports).extracting(FileReport::failure).containsOnlyNulls();
    assertThat(reports).extracting(FileReport::accepted).containsExactly(0L, 1L);
  }
}
