package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** Whatever a file holds, a reader accounts for each row or says that the file cannot be read. */
class RobustnessTest {
  private static final List<String> FILES =
      List.of(
          "Country,Media company,Main assets,URL,Typology,Twitter Link,streaming media URL\n"
              + "Iran,IRIB,Press TV,https://presstv.ir,SC,https://twitter.com/presstv,\n"
              + "Russia,RT,RT,rt.com,CaPu,https://twitter.com/a.b,https://youtu.be/x\n",
          "indicator_type,indicator_content,domain_name\n"
              + "whois,\"{\"\"org\"\": \"\"A LLC\"\", \"\"name_servers\"\": [\"\"ns1.a.ru\"\"]}\",a.ru\n"
              + "css-class,\"{'a', 'b'}\",a.ru\ncdn-domain,static.b.ru,a.ru\ncert-domain, *.c.ru,a.ru\n"
              + "meta_social,twitter:site|@abc,a.ru\ncrypto-wallet,1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa,a.ru\n",
          "Threat Actor,Domain,Name,Source\nX,https://a.com,A,S\n,t.me/abc,,S\n",
          "awsOrigin,domain,facebookUrl,siteName,twitterUsername,twitterUserId,siteOperator,lat\n"
              + "1.2.3.4,a.com,https://facebook.com/A-123456,A,aa,7.3E+17,Op - https://x.org,1.5\n",
          "originDomain,otherPublicationDomain\na.com,b.com\nb.com,a.com\n",
          "domain,ip,GoogleAnalyticsTrackingId,AddThisPubID,FacebookId,TwitterId\n"
              + "a.com,1.2.3.4,ua-1234567-1,ra-1,abc-1234567,tw\n",
          "Tactic ,Technique,Procedure,Indicator,Notes\n"
              + "0. A,0.6 B,0.6.2 C,hxxps://a[.]com/x,9/5/2024\n0. A,0.9 B,0.9.4 C,67 accounts,\n",
          "indicator_type,indicator_value,comment,ds\nurl,http://a.com,x,2020-01-01\nmd5,"
              + "10c1f38305792a0f925e8a2cf9482ce3,x,2020-01-01\n",
          "{\"description\": \"d\", \"list\": [\"a.com\", \"1.2.3.0/24\"], \"name\": \"n\", \"type\": \"string\"}",
          "clew: 1\nsources:\n  - id: s\n    title: t\nentities:\n  - id: domain:a.com\n    source: s\n"
              + "links:\n  - {from: a.com, type: LINKS_TO, to: b.com, source: s}\n",
          "id,name,source\ndomain:a.com,A,s\n",
          "from,type,to,source\na.com,LINKS_TO,b.com,s\n",
          "id,title,derivesFrom\ns,T,u\nu,V,s\n");

  @Property(tries = 400)
  void shouldSurviveFlippedBytes(
      @ForAll @IntRange(min = 0, max = 12) int file,
      @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 0, max = 100_000) Integer> places,
      @ForAll byte mask) {
    byte[] bytes = bytes(file);
    for (int place : places) {
      bytes[place % bytes.length] ^= mask;
    }
    assertAccounted(bytes);
  }

  @Property(tries = 300)
  void shouldSurviveBeingCutOff(
      @ForAll @IntRange(min = 0, max = 12) int file,
      @ForAll @IntRange(min = 0, max = 2000) int end) {
    byte[] bytes = bytes(file);
    assertAccounted(Arrays.copyOf(bytes, Math.min(end, bytes.length)));
  }

  @Property(tries = 400)
  void shouldSurviveAnyRows(
      @ForAll @IntRange(min = 0, max = 12) int file, @ForAll("rows") List<List<String>> rows) {
    String head = FILES.get(file);
    StringBuilder text = new StringBuilder(head);
    rows.forEach(row -> text.append(String.join(",", row)).append('\n'));
    assertAccounted(text.toString().getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 400)
  void shouldAccountForEachRowOnce(
      @ForAll("tables") int file, @ForAll("table") List<List<String>> rows) {
    String head = FILES.get(file);
    int columns = head.substring(0, head.indexOf('\n')).split(",").length;
    StringBuilder text = new StringBuilder(head);
    for (List<String> cells : rows) {
      text.append(row(cells, columns)).append('\n');
    }
    assertThat(all(text.toString())).isEqualTo(all(head) + rows.size());
  }

  private static long all(String text) {
    IngestResult result = Reading.text(text);
    RowCounts counts = result.counts();
    assertThat(result.rejects()).hasSize((int) (counts.rejected() + counts.rejectedValues()));
    return counts.rows() + counts.blank();
  }

  private static String row(List<String> cells, int columns) {
    List<String> quoted = new ArrayList<>();
    for (int i = 0; i < columns; i++) {
      quoted.add('"' + cells.get(i % cells.size()).replace("\"", "\"\"") + '"');
    }
    return String.join(",", quoted);
  }

  @Provide
  Arbitrary<Integer> tables() {
    return Arbitraries.of(0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12);
  }

  @Provide
  Arbitrary<List<List<String>>> table() {
    Arbitrary<String> decodable =
        cell()
            .filter(text -> text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c)));
    return decodable.list().ofMinSize(1).ofMaxSize(12).list().ofMaxSize(5);
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    return cell().list().ofMinSize(1).ofMaxSize(8).list().ofMaxSize(5);
  }

  private static Arbitrary<String> cell() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(20),
        Arbitraries.of(
            "",
            " ",
            "\"",
            "a.com",
            "https://twitter.com/",
            "https://facebook.com/%zz",
            "whois",
            "{}",
            "[]",
            "null",
            "set()",
            "Iran",
            "SC",
            "0.6.2 x",
            "domain:",
            "outlet:ir:x",
            "UA-1234567",
            "https://t.me/+abc",
            "www.",
            "xn--",
            "\u202Eabc",
            "a\nb",
            "=1+1",
            "1.2.3.4",
            "javascript:x"));
  }

  private static byte[] bytes(int file) {
    return FILES.get(file).getBytes(StandardCharsets.UTF_8);
  }

  private static void assertAccounted(byte[] bytes) {
    try {
      IngestResult result = Reading.bytes(bytes, ReadOptions.DEFAULTS);
      RowCounts counts = result.counts();
      assertThat(result.rejects()).hasSize((int) (counts.rejected() + counts.rejectedValues()));
      assertThat(result.facts().links()).allSatisfy(link -> assertThat(link.count()).isPositive());
    } catch (ClewException e) {
      assertThat(e.reason()).isEqualTo(Reason.UNREADABLE);
    }
  }
}
