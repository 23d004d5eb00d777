package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** Whatever a file holds, a reader accounts for each row or says that the file cannot be read. */
class RobustnessTest {
  private static final List<String> STIX =
      List.of(
          "{\"type\": \"domain-name\", \"id\": \"domain-name--1\", \"value\": \"a.com\"}",
          "{\"type\": \"channel\", \"id\": \"channel--1\", \"name\": \"423 accounts\"}",
          "{\"type\": \"campaign\", \"id\": \"campaign--1\", \"name\": \"X\"}",
          "{\"type\": \"relationship\", \"id\": \"relationship--1\", \"relationship_type\": \"uses\","
              + " \"source_ref\": \"campaign--1\", \"target_ref\": \"domain-name--1\"}");
  private static final String FTM =
      "{\"id\": \"a\", \"schema\": \"Company\", \"properties\": {\"name\": [\"A\"]}}\n"
          + "{\"id\": \"b\", \"schema\": \"Person\", \"properties\": {\"website\": [\"https://b.com\"]}}\n"
          + "{\"id\": \"o\", \"schema\": \"Ownership\", \"properties\":"
          + " {\"owner\": [\"b\"], \"asset\": [\"a\"]}}\n";
  private static final List<String> NODES =
      List.of(
          "{\"id\": \"account:x:1\", \"kinds\": [\"Account\"], \"properties\": {\"name\": \"A\"}}",
          "{\"id\": \"a.com\", \"kinds\": [\"Domain\"], \"properties\": {}}");
  private static final List<String> EDGES =
      List.of(
          "{\"kind\": \"LINKS_TO\", \"start\": {\"value\": \"account:x:1\"},"
              + " \"end\": {\"value\": \"a.com\"}}");

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
          "id,title,derivesFrom\ns,T,u\nu,V,s\n",
          "tweetid,userid,user_screen_name,tweet_text,tweet_time,is_retweet,retweet_userid,"
              + "retweet_tweetid,urls,user_mentions,hashtags\n"
              + "1,5,bob,\"a\nb\",2017-06-22 16:03,True,6,9,\"['http://a.com/x']\",\"['7']\",[a]\n"
              + "2,5,bob,x,2017-06-22 16:04,false,,,[http://t.co/x],[],\n",
          "userid,user_screen_name,account_creation_date,follower_count\n5,bob,2012-01-02,7\n",
          "object_id,account_id,content_id,timestamp_share\no,a,c,1623881091\no,b,d,1623881092\n",
          bundle(STIX),
          FTM,
          openGraph(NODES, EDGES),
          ExportedTexts.JSON,
          ExportedTexts.GRAPHML,
          ExportedTexts.GEXF,
          ExportedTexts.CYPHER,
          ExportedTexts.STIX,
          "account_id,post_id,url_id,hashtag_id,domain_id,phash_id,timestamp\n"
              + "a,p,https://a.com/x,tag,a.com,ff00,1623881091\nb,q,,,,,1623881092\n");

  @Property(tries = 400)
  void shouldSurviveFlippedBytes(
      @ForAll("files") int file,
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
      @ForAll("files") int file, @ForAll @IntRange(min = 0, max = 2000) int end) {
    byte[] bytes = bytes(file);
    assertAccounted(Arrays.copyOf(bytes, Math.min(end, bytes.length)));
  }

  @Property(tries = 400)
  void shouldSurviveAnyRows(@ForAll("files") int file, @ForAll("rows") List<List<String>> rows) {
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

  @Property(tries = 400)
  void shouldAccountForEachObjectOnce(@ForAll @Size(max = 6) List<@From("object") String> objects) {
    List<String> stix = joined(STIX, objects);
    assertThat(all(bundle(stix))).isEqualTo(stix.size());
    List<String> nodes = joined(NODES, objects);
    List<String> edges = joined(EDGES, objects);
    assertThat(all(openGraph(nodes, edges))).isEqualTo(nodes.size() + edges.size());
    assertThat(all(ExportedTexts.json(objects))).isEqualTo(4L * objects.size());
    assertThat(all(FTM + String.join("\n", objects))).isEqualTo(3 + objects.size());
  }

  /** Objects with the members the formats give a meaning to, and whatever in them. */
  @Provide
  Arbitrary<String> object() {
    Arbitrary<String> member =
        Arbitraries.of(
            "type",
            "id",
            "value",
            "name",
            "account_type",
            "account_login",
            "user_id",
            "pattern",
            "relationship_type",
            "source_ref",
            "target_ref",
            "object_refs",
            "start_time",
            "schema",
            "properties",
            "kind",
            "kinds",
            "start",
            "end",
            "channel_types",
            "confidence",
            "revoked",
            "entity",
            "statedIn",
            "attributes",
            "source",
            "target",
            "count",
            "grade");
    Arbitrary<String> word =
        Arbitraries.of(
            "domain-name",
            "user-account",
            "url",
            "indicator",
            "relationship",
            "grouping",
            "Company",
            "Ownership",
            "Domain",
            "Account",
            "LINKS_TO",
            "domain-name--1",
            "campaign--1",
            "a",
            "b",
            "account:x:1",
            "source:s",
            "domain:a.com",
            "[domain-name:value = 'b.com']",
            "999,999,999,999,999,999 accounts");
    Arbitrary<String> text =
        Arbitraries.oneOf(word, cell())
            .map(JsonNodeFactory.instance::textNode)
            .map(Object::toString);
    Arbitrary<String> value =
        Arbitraries.oneOf(
            text,
            text.list().ofMaxSize(3).map(Object::toString),
            text.map(v -> "{\"value\": " + v + ", \"name\": [" + v + "], \"owner\": [\"a\"]}"),
            Arbitraries.of("1", "-0.5", "1e400", "true", "null", "[[]]", "{}"));
    return Combinators.combine(member, value)
        .as((name, content) -> "\"" + name + "\": " + content)
        .list()
        .ofMinSize(1)
        .ofMaxSize(7)
        .uniqueElements(entry -> entry.substring(0, entry.indexOf(':')))
        .map(members -> "{" + String.join(", ", members) + "}");
  }

  private static List<String> joined(List<String> some, List<String> more) {
    return Stream.concat(some.stream(), more.stream()).toList();
  }

  private static String bundle(List<String> objects) {
    return "{\"type\": \"bundle\", \"id\": \"bundle--1\", \"objects\": [\n"
        + String.join(",\n", objects)
        + "\n]}\n";
  }

  private static String openGraph(List<String> nodes, List<String> edges) {
    return "{\"graph\": {\"nodes\": [\n"
        + String.join(",\n", nodes)
        + "\n], \"edges\": [\n"
        + String.join(",\n", edges)
        + "\n]}}\n";
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
  Arbitrary<Integer> files() {
    return Arbitraries.integers().between(0, FILES.size() - 1);
  }

  @Provide
  Arbitrary<Integer> tables() {
    return Arbitraries.of(0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 13, 14, 15, 24);
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
