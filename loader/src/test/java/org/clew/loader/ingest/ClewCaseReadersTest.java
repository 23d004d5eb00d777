package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.clew.model.ClewException;
import org.clew.model.claim.Claim.Status;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.RejectedRow;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClewCaseReadersTest {
  private static final String CASE =
      """
      clew: 1
      title: Liberty Front Press 2018
      sources:
        - id: fireeye
          title: Suspected Iranian Influence Operation
          publisher: FireEye
          date: 2018-08-21
          grade: B2
        - id: source:ap
          title: Report
          derivesFrom: [fireeye]
      entities:
        - id: cluster:case:liberty-front-press
          name: Liberty Front Press network
          source: fireeye
          note: A case
          statedCount: 423
      links:
        - from: https://www.libertyfrontpress.com/
          type: IN_CLUSTER
          to: cluster:case:liberty-front-press
          source: [fireeye, ap]
          grade: B3
          firstSeen: 2017
          lastSeen: 2018-08-21
          count: 3
          evidence: ["https://example.org/a"]
          note: As listed
      """;

  @TempDir Path folder;

  /** Whoever copies the example of the manual must be able to load it. */
  @Test
  void shouldReadTheExampleOfTheManual() throws IOException {
    String manual = Files.readString(Path.of("..", "docs", "case-files.md"));
    int from = manual.indexOf("```yaml\n") + "```yaml\n".length();
    String example = manual.substring(from, manual.indexOf("```", from));

    IngestResult result = Reading.text(example);

    assertThat(Reading.reasons(result)).isEmpty();
    assertThat(result.facts().links()).hasSizeGreaterThan(5);
  }

  @Test
  void shouldReadACaseFile() {
    IngestResult result = Reading.text(CASE);
    assertThat(result.rejects()).isEmpty();
    assertThat(result.counts()).isEqualTo(new RowCounts(4, 0, 0, 0, 0));
    assertThat(result.source().title()).isEqualTo("Liberty Front Press 2018");
    assertThat(Reading.entity(result, "cluster:case:liberty-front-press").attributes())
        .containsEntry(Attribute.STATED_COUNT.key(), 423L);
    List<Link> links = result.facts().links();
    assertThat(links)
        .extracting(link -> link.source().value())
        .containsExactlyInAnyOrder("source:ap", "source:fireeye");
    assertThat(links)
        .allSatisfy(
            link -> {
              assertThat(link.from()).isEqualTo(EntityId.domain("libertyfrontpress.com"));
              assertThat(link.count()).isEqualTo(3);
              assertThat(link.firstSeen()).hasToString("2017");
              assertThat(link.grade()).hasToString("B3");
              assertThat(link.evidence()).containsExactly("https://example.org/a", "test.csv:19");
            });
    assertThat(result.facts().sources())
        .extracting(source -> source.id().value())
        .containsExactly("source:ap", "source:fireeye");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          type: IN_CLUSTER; type: INVENTED; 20; 'INVENTED' is not a link type.
          type: IN_CLUSTER; type: OWNS; 20; OWNS cannot join Domain to Cluster.
          source: [fireeye, ap]; source: nobody; 22; The source 'nobody' is not defined.
          count: 3; count: none; 26; 'none' is not a count of at least 1.
          count: 3; cuont: 3; 26; 'cuont' is not a key of a link.
          lastSeen: 2018-08-21; lastSeen: yesterday; 25; 'yesterday' is not a date.
          grade: B3; kind: platform/telepathy; 23; 'platform/telepathy' is not an evidence kind.
          statedCount: 423; statedCount: many; 17; 'many' does not fit statedCount.
          note: A case; noote: A case; 16; 'noote' is not a key of an entity.
          id: cluster:case:liberty-front-press; id: thing:x; 13; 'thing:x' is not an id
          derivesFrom: [fireeye]; derivesFrom: [ap]; 11; The source derives from itself
          derivesFrom: [fireeye]; derivesFrom: [lost]; 11; The source 'source:lost' is not defined.
          """)
  void shouldNameTheLineOfAFault(String right, String wrong, long line, String reason) {
    IngestResult result = Reading.text(CASE.replace(right, wrong));
    RejectedRow reject = result.rejects().get(0);
    assertThat(reject.line()).isEqualTo(line);
    assertThat(reject.reason()).startsWith(reason);
  }

  @Test
  void shouldNameTheLineWhereTheYamlBreaks() {
    assertThatThrownBy(() -> Reading.text("clew: 1\nsources:\n  - id: [a\nlinks: {\n"))
        .isInstanceOf(ClewException.class)
        .hasMessageMatching("test.csv, line \\d+: .*");
    assertThatThrownBy(() -> Reading.text("clew: 2\n")).hasMessageContaining("version 1");
  }

  @Test
  void shouldTakeSameAsForAClaim() {
    IngestResult result =
        Reading.text(
            CASE.replace("type: IN_CLUSTER", "type: SAME_AS")
                .replace(
                    "to: cluster:case:liberty-front-press",
                    "to: domain:lfp.org\n    status: accepted"));
    assertThat(Reading.links(result, LinkType.SAME_AS)).isEmpty();
    assertThat(result.claims())
        .hasSize(2)
        .allSatisfy(claim -> assertThat(claim.status()).isEqualTo(Status.ACCEPTED));
  }

  @Test
  void shouldReadTablesOfEntitiesAndLinksWithKnownSources() {
    ReadOptions known = ReadOptions.DEFAULTS.withKnownSources(Set.of(EntityId.source("s")));
    IngestResult entities =
        Reading.bytes(
            "id,name,source,evidence,note,techniques\npage:facebook:1,A,s,p. 3,x,T1|T2\npage:facebook:2,B,t,,,\n"
                .getBytes(StandardCharsets.UTF_8),
            known);
    assertThat(entities.counts()).isEqualTo(new RowCounts(1, 1, 0, 0, 0));
    assertThat(Reading.entity(entities, "page:facebook:1").attributes())
        .containsEntry(Attribute.TECHNIQUES.key(), List.of("T1", "T2"));
    IngestResult links =
        Reading.bytes(
            "from,type,to,source,firstSeen\naccount:x:@A,ADMINISTERS,page:facebook:1,source:s,2018-03\n"
                .getBytes(StandardCharsets.UTF_8),
            known);
    assertThat(Reading.links(links, LinkType.ADMINISTERS))
        .containsExactly("account:x:@a page:facebook:1");
    assertThat(Reading.entity(links, "account:x:@a").name()).isEqualTo("x:@a");
  }

  @Test
  void shouldLetAFileCiteTheSourcesOfAnotherInTheSameRun() throws IOException {
    Path links =
        Files.writeString(folder.resolve("a.csv"), "from,type,to,source\na.com,LINKS_TO,b.com,s\n");
    Path sources = Files.writeString(folder.resolve("z.csv"), "id,title,derivesFrom\ns,T,\n");
    List<FileReport> reports = LoadRun.dryRun(List.of(links, sources), ReadOptions.DEFAULTS);
    assertThat(reports).extracting(FileReport::file).containsExactly("z.csv", "a.csv");
    assertThat(reports).extracting(FileReport::accepted).containsExactly(1L, 1L);
  }
}
