package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.clew.model.entity.Attribute;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Case files as people write them. */
class CaseSpellingsTest {
  private static final String HEAD =
      """
      clew: 1
      sources:
        - {id: s, title: One, date: 2018}
      """;

  @Test
  void shouldReadKeysAndWordsInTheirUsualSpellings() {
    IngestResult result =
        Reading.text(
            HEAD
                + """
                  - {id: t, title: Two, license: MIT, Derived_From: s}
                entities:
                  - {id: "outlet:Ir:Press TV", name: Press TV, sources: [s], State Relation: State controlled, country: Iran}
                  - {id: "https://t.me/x_y", name: X, source: s}
                  - {id: "state:Iran", name: Iran, source: s}
                  - {id: "account:twitter:@Foo", name: no, source: s}
                links:
                  - {from: "hxxps://evil[.]com/x", type: links to, to: "domain:b[.]com", source: s, first_seen: 2018, basis: Observed}
                """);
    assertThat(result.rejects()).isEmpty();
    assertThat(Reading.entity(result, "outlet:ir:press-tv").attributes())
        .containsEntry(Attribute.STATE_RELATION.key(), "state-controlled")
        .containsEntry(Attribute.COUNTRY.key(), "IR");
    assertThat(Reading.entity(result, "state:IR").name()).isEqualTo("Iran");
    assertThat(Reading.entity(result, "account:x:@foo").name()).isEqualTo("no");
    assertThat(Reading.entity(result, "account:telegram:@x_y").name()).isEqualTo("X");
    assertThat(Reading.links(result, LinkType.LINKS_TO))
        .containsExactly("domain:evil.com domain:b.com");
    assertThat(Reading.link(result, LinkType.LINKS_TO).firstSeen()).hasToString("2018");
    Source two = result.facts().sources().get(1);
    assertThat(two.licence()).isEqualTo("MIT");
    assertThat(two.derivesFrom()).hasToString("[source:s]");
  }

  @Test
  void shouldTellASlipOfThePenFromWhatClewHasNoPlaceFor() {
    IngestResult result =
        Reading.text(
            HEAD
                + """
                  - {id: t, title: Two, archived: yes}
                  - {id: u, title: Three, derivsFrom: s}
                entities:
                  - {id: domain:a.com, name: A, source: t, founded: 2007}
                """);
    assertThat(result.counts()).isEqualTo(new RowCounts(3, 1, 0, 0, 2));
    assertThat(Reading.reasons(result))
        .containsExactly(
            "'archived' is not a key of a source. It was left out.",
            "'derivsFrom' is not a key of a source. Did you mean 'derivesFrom'?",
            "'founded' is not a key of an entity. It was left out.");
  }

  @Test
  void shouldKeepASourceWhoseDateOrGradeCannotBeRead() {
    IngestResult result =
        Reading.text(HEAD.replace("date: 2018", "date: 8/9/2018, grade: usually reliable"));
    Source source = result.facts().sources().get(0);
    assertThat(source.date()).isNull();
    assertThat(source.grade()).isEqualTo(Grade.UNKNOWN);
    assertThat(result.counts()).isEqualTo(new RowCounts(1, 0, 0, 0, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      textBlock =
          """
          2018; 2018
          2018-8; 2018-08
          2018/08/21; 2018-08-21
          2018-8-1; 2018-08-01
          21.08.2018; 2018-08-21
          21 August 2018; 2018-08-21
          1st Sept. 2018; 2018-09-01
          Aug 21, 2018; 2018-08-21
          August 2018; 2018-08
          """)
  void shouldReadADateThatMeansOneThing(String written, String date) {
    assertThat(WrittenDate.of(written)).hasValueSatisfying(d -> assertThat(d).hasToString(date));
  }

  @ParameterizedTest
  @CsvSource({"8/9/2018", "31.02.2018", "21 Foo 2018", "2018-13", "21 August 22 2018", "unknown"})
  void shouldNotGuessADate(String written) {
    assertThat(WrittenDate.of(written)).isEmpty();
  }

  @Test
  void shouldNotLoseASectionThatIsGivenTwice() {
    assertThatThrownBy(() -> Reading.text(HEAD + "sources:\n  - {id: t, title: Two}\n"))
        .hasMessage("test.csv, line 4: the key 'sources' is given twice; put all of it under one.");
  }

  @Test
  void shouldReadACaseFileWrittenAsJson() {
    IngestResult result =
        Reading.text("{\"clew\": 1, \"sources\": [{\"id\": \"s\", \"title\": \"One\"}]}");
    assertThat(result.counts().accepted()).isEqualTo(1);
  }

  @Test
  void shouldSayWhatACaseFileWithoutItsFirstKeyLacks() {
    assertThatThrownBy(() -> Reading.text("sources:\n  - {id: s, title: One}\n"))
        .hasMessageContaining("it needs the key clew: 1");
  }

  @Test
  void shouldNotTakeAMailboxForItsHost() {
    IngestResult result =
        Reading.text(HEAD + "entities:\n  - {id: ann@example.org, name: x, source: s}\n");
    assertThat(Reading.reasons(result))
        .containsExactly(
            "'ann@example.org' is an e-mail address; write indicator:registration/email: before it.");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          indicator:ip:1.2.3.4   | Did you mean indicator:hosting/ip:…?
          indicator:tls/cert:ab  | Kinds like it are tls/certificate.
          """)
  void shouldSayWhichKindOfIndicatorWasMeant(String id, String meant) {
    IngestResult result =
        Reading.text(HEAD + "entities:\n  - {id: \"" + id + "\", name: x, source: s}\n");
    assertThat(Reading.reasons(result))
        .isEqualTo(
            List.of(
                "'%s' is not an indicator of a known kind, as in indicator:tracker/ga:UA-1234. %s"
                    .formatted(id, meant)));
  }
}
