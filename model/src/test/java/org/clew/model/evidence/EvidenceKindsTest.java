package org.clew.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
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

  /** Kinds: tier, C, w, half-life in days, least degree, least grade, what else holds of them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          declaration/admission | 1 | 1000 | 0.5 | - | 2 | - | directed
          declaration/two-way | 1 | 600 | 0.5 | - | 2 | - | -
          geography/hosting-country geography/phone-code | 2 | 10 | 0.5 | - | 2 | - | directed towardsStateOnly
          geography/platform-origin | 2 | 300 | 0.5 | - | 2 | - | directed towardsStateOnly
          geography/registrant-address | 2 | 1000 | 0.5 | - | 2 | - | directed towardsStateOnly
          hosting/cdn-host | 2 | 30 | 1.0 | 30 | 2 | - | -
          hosting/dom | 2 | 30 | 1.0 | 30 | 20 | - | copyable
          hosting/headers hosting/subnet | 2 | 30 | 1.0 | 30 | 20 | - | -
          hosting/ip | 1 | 40 | 1.0 | 30 | 10 | - | -
          hosting/name-server | 3 | 14 | 1.0 | 365.25 | 50 | - | -
          identity/own-channel identity/public-register identity/same-as identity/subdomain | 0 | 100000 | 0.5 | - | 2 | B2 | -
          organisation/employment organisation/filing organisation/operation organisation/ownership | 1 | 800 | 0.5 | - | 2 | - | directed
          payment/wallet | 1 | 500 | 0.5 | 1095.75 | 2 | - | -
          platform/device platform/login-ip platform/shared-admin platform/statement | 1 | 1000 | 0.5 | 365.25 | 2 | - | -
          profile/avatar profile/bio | 2 | 15 | 0.5 | 365.25 | 2 | - | copyable
          profile/favicon profile/image-hash | 3 | 30 | 0.5 | 365.25 | 10 | - | copyable
          registration/address registration/email registration/name registration/org registration/phone registration/statement | 1 | 1000 | 0.5 | 1826.25 | 2 | - | -
          software/app-id software/file-hash | 3 | 1 | 1.0 | - | 2 | - | -
          template/cms template/creation-date template/css-class template/registrar template/uuid | 3 | 3 | 1.0 | - | 2 | - | copyable
          tls/certificate | 1 | 600 | 0.5 | 365.25 | 2 | - | -
          tracker/addthis tracker/adsense tracker/facebook-pixel tracker/ga tracker/ga4 tracker/gtm tracker/other tracker/verification tracker/yandex-metrica | 1 | 1000 | 0.5 | 1826.25 | 2 | - | copyable
          """)
  void shouldWeighEachKindAsTheMethodSays(
      String ids,
      int tier,
      double c,
      double w,
      String halfLife,
      int minDegree,
      String minGrade,
      String flags) {
    for (String id : ids.split(" ")) {
      EvidenceKind kind = kinds.find(id).orElseThrow();
      assertThat(kind.tier()).as(id).isEqualTo(tier);
      assertThat(kind.c()).as(id).isEqualTo(c);
      assertThat(kind.w()).as(id).isEqualTo(w);
      assertThat(Double.isInfinite(kind.halfLifeDays()) ? "-" : number(kind.halfLifeDays()))
          .as(id)
          .isEqualTo(halfLife);
      assertThat(kind.minDegree()).as(id).isEqualTo(minDegree);
      assertThat(kind.minGrade() == null ? "-" : kind.minGrade().toString())
          .as(id)
          .isEqualTo(minGrade);
      assertThat(flags(kind)).as(id).isEqualTo(flags);
    }
  }

  private static String number(double days) {
    return days == Math.rint(days) ? String.valueOf((long) days) : String.valueOf(days);
  }

  private static String flags(EvidenceKind kind) {
    List<String> flags = new ArrayList<>();
    if (kind.copyable()) {
      flags.add("copyable");
    }
    if (kind.directed()) {
      flags.add("directed");
    }
    if (kind.towardsStateOnly()) {
      flags.add("towardsStateOnly");
    }
    return flags.isEmpty() ? "-" : String.join(" ", flags);
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
