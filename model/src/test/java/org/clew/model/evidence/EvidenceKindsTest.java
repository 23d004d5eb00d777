package org.clew.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceKindsTest {
  private static final String TABLE =
      """
      version: 1
      priorOdds: 0.01
      otherPriorOdds: [0.01]
      enterAt: 0.5
      rest: {share: 0.25, cap: 0.5}
      families: {tracker: {w: 0.5}}
      kinds:
        tracker/ga: {c: 1000, sentence: "id"}
      relations: {OWNS: tracker/ga}
      """;

  private final EvidenceKinds kinds = EvidenceKinds.builtIn();

  @Test
  void shouldKnowTheKindsOfTheMethod() {
    assertThat(kinds.version()).isEqualTo(1);
    assertThat(kinds.enterAtWeight()).isEqualTo(2);
    assertThat(kinds.otherPriorOdds()).containsExactly(1e-4, 1e-3, 1e-2, 1e-1);
    assertThat(kinds.ofIndicator(new EntityId("indicator:tracker/ga:UA-1")))
        .hasValueSatisfying(kind -> assertThat(kind.halfLifeDays()).isEqualTo(5 * 365.25));
    assertThat(kinds.ofRelation(LinkType.PUBLISHES_ON))
        .hasValueSatisfying(kind -> assertThat(kind.c()).isEqualTo(100_000));
    assertThat(kinds.ofRelation(LinkType.LINKS_TO)).isEmpty();
  }

  @Test
  void shouldHaveAFittingMeaningForEveryDegree() {
    kinds
        .kinds()
        .values()
        .forEach(
            kind -> {
              assertThat(kind.likelihoodRatio(2)).isEqualTo(kind.c());
              assertThat(kind.likelihoodRatio(100_000_000_000L)).isEqualTo(1);
              assertThat(kind.fading(0)).isEqualTo(1);
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          version: 1            | version: soon            | version is not a number
          priorOdds: 0.01       | priorOdds: 0             | priorOdds is not a number
          families: {tracker    | families: {other         | tracker/ga belongs to no family
          c: 1000               | c: 0.5                   | tracker/ga.c is not a number
          c: 1000               | c: 1000, weight: 3       | tracker/ga has the unknown key 'weight'
          c: 1000               | c: 1000, halfLife: long  | the half-life 'long' of tracker/ga
          c: 1000               | c: 1000, halfLife: P0D   | the half-life 'P0D' of tracker/ga
          c: 1000               | c: 1000, minGrade: B2    | tracker/ga needs both minGrade and else
          c: 1000               | c: 1000, copyable: maybe | tracker/ga has 'maybe' where
          OWNS: tracker/ga      | OWNS: tracker/gb         | OWNS has the unknown kind tracker/gb
          OWNS: tracker/ga      | HAS: tracker/ga          | 'HAS' is not a relationship type
          {share: 0.25, cap: 0.5} | 7                      | rest is not a map
          , sentence: "id"      | ''                       | tracker/ga has no sentence
          """)
  void shouldSayWhatIsWrongWithATable(String right, String wrong, String message) {
    String table = TABLE.replace(right, wrong);
    assertThat(table).isNotEqualTo(TABLE);
    assertThatThrownBy(() -> read(table))
        .isInstanceOf(ClewException.class)
        .hasMessageStartingWith("my.yml: ")
        .hasMessageContaining(message);
  }

  @Test
  void shouldReadATableOfOnesOwn() {
    assertThat(read(TABLE).kinds()).containsOnlyKeys("tracker/ga");
  }

  private static EvidenceKinds read(String table) {
    return EvidenceKinds.read(
        new ByteArrayInputStream(table.getBytes(StandardCharsets.UTF_8)), "my.yml");
  }

  /** Whoever changes a constant keeps the table before under its version, and gives a new one. */
  @Test
  void shouldChangeNoConstantUnderOneVersion() {
    EvidenceKinds kinds = EvidenceKinds.ofVersion(1);

    assertThat(kinds.version()).isEqualTo(1);
    assertThat(kinds.kinds()).hasSize(52);
    assertThat(kinds.kinds().values().stream().mapToDouble(EvidenceKind::c).sum())
        .isEqualTo(426_501);
    assertThat(EvidenceKinds.ofVersion(EvidenceKinds.builtIn().version()))
        .isEqualTo(EvidenceKinds.builtIn());
    assertThatThrownBy(() -> EvidenceKinds.ofVersion(99))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("no version 99");
  }
}
