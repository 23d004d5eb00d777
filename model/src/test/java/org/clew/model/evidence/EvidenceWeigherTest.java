package org.clew.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EvidenceWeigherTest {
  private static final EvidenceKinds KINDS = EvidenceKinds.builtIn();
  private final EvidenceWeigher weigher = new EvidenceWeigher(KINDS);

  /** Worked out by hand: LR = max(1, C/(d-1)^w), LR' = 1 + q·τ·(LR-1). */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tracker/ga           |   2 |      | A1 |    0 | 1000      | 1000
          tracker/ga           |   5 |      | A1 |    0 |  500      |  500
          tracker/ga           | 300 |      | A1 |    0 |   57.8315 |   57.8315
          tracker/ga           |   2 | 9999 | A1 |    0 |   10.0010 |   10.0010
          tracker/ga           |   2 |      | B2 |    0 | 1000      |  562.9375
          tracker/ga           |   2 |      | F6 |    0 | 1000      |  250.75
          tracker/ga           |   2 |      | E5 |    0 | 1000      |    1.3996
          tracker/ga           |   2 |      | A1 | 3652 | 1000      |  250.7974
          hosting/ip           |   2 |      | A1 |    0 |    4.4444 |    4.4444
          hosting/ip           |   2 |   2  | A1 |    0 |   40      |   40
          hosting/ip           |   2 |   2  | A1 |   30 |   40      |   20.5
          hosting/ip           |  41 |      | A1 |    0 |    1      |    1
          hosting/name-server  |   2 |      | A1 |    0 |    1      |    1
          hosting/cdn-host     |  10 |      | A1 |    0 |    3.3333 |    3.3333
          profile/favicon      |   2 |      | A2 |    0 |   10      |    7.75
          template/css-class   |   2 |      | A1 |    0 |    3      |    3
          tls/certificate      |   2 |      | A1 |  731 |  600      |  150.6080
          declaration/two-way  |   2 |      | A1 | 9999 |  600      |  600
          """)
  void shouldWeighByTheFormula(
      String kind, long degree, Long external, String grade, int gap, double ratio, double weight) {
    Fact fact =
        new Fact(
            LinkType.USES,
            new EntityId("indicator:" + kind + ":x"),
            degree,
            external,
            List.of(statement(kind, grade, new DaySpan(0, 100))),
            List.of(statement(kind, grade, new DaySpan(100 + gap, 200 + gap))),
            null,
            null);

    WeighedEvidence weighed = weigher.weigh(List.of(fact)).evidence().get(0);

    assertThat(weighed.likelihoodRatio()).isCloseTo(ratio, within(1e-4));
    assertThat(weighed.weight()).isCloseTo(weight, within(1e-3));
    assertThat(weighed.counted()).isEqualTo(ratio > 1);
  }

  @Test
  void shouldTakeIdentityBelowItsGradeForADeclaration() {
    assertThat(counted("identity/own-channel", "B2").likelihoodRatio()).isEqualTo(100_000);
    assertThat(counted("identity/own-channel", "B3").kind().id())
        .isEqualTo("declaration/admission");
    assertThat(counted("identity/own-channel", "C2").likelihoodRatio()).isEqualTo(1000);
  }

  @Test
  void shouldNeverCountGeographyBetweenAssets() {
    WeighedEvidence weighed = counted("geography/phone-code", "A1");
    assertThat(weighed.leftOut()).isEqualTo("it speaks about a State only");
    assertThat(weighed.weight()).isEqualTo(1);
  }

  @Test
  void shouldMakeUpNoGapWhereDatesAreMissing() {
    DaySpan year = DaySpan.of(new PartialDate("2018"), new PartialDate("2018"));
    assertThat(year.gapTo(DaySpan.UNKNOWN)).isZero();
    assertThat(year.gapTo(DaySpan.of(null, new PartialDate("2016")))).isEqualTo(366);
    assertThat(year.gapTo(DaySpan.of(new PartialDate("2016"), null))).isZero();
    assertThat(year.gapTo(DaySpan.of(new PartialDate("2018-12-31"), null))).isZero();
    assertThat(DaySpan.of(new PartialDate("2019-01-02"), null).gapTo(year)).isEqualTo(2);
  }

  @Test
  void shouldAddAPartOfTheRestWithinAFamilyAndWholeFamilies() {
    List<Fact> facts = new ArrayList<>();
    IntStream.range(0, 5).forEach(i -> facts.add(observed("tracker/verification", "id" + i)));
    assertThat(weigher.weigh(facts).lambda()).isCloseTo(4.5, within(1e-12));
    facts.remove(4);
    facts.remove(3);
    assertThat(weigher.weigh(facts).lambda()).isCloseTo(3 + 0.25 * 6, within(1e-12));
    facts.remove(2);
    assertThat(weigher.weigh(facts).lambda()).isCloseTo(3.75, within(1e-12));
    facts.add(observed("template/css-class", "box"));
    PairWeight weight = weigher.weigh(facts);
    assertThat(weight.lambda()).isCloseTo(3.75 + Math.log10(3), within(1e-12));
    assertThat(weight.probability(0.01)).isCloseTo(168.7 / 169.7, within(1e-4));
    assertThat(weight.cost(0.01)).isCloseTo(-Math.log(weight.probability(0.01)), within(1e-12));
    assertThat(weigher.combine(weight.evidence())).isEqualTo(weight);
  }

  @Test
  void shouldCountOneReportOfARootWhereItWeighsMost() {
    Set<EntityId> one = roots("one");
    Set<EntityId> two = roots("two");
    List<Fact> facts =
        List.of(
            reported("platform/device", "d", one),
            reported("registration/email", "e", one),
            reported("registration/phone", "p", two),
            observed("tracker/ga", "UA-1"));

    PairWeight weight = weigher.weigh(facts);

    assertThat(weight.lambda()).isCloseTo(9, within(1e-12));
    assertThat(weight.evidence().stream().filter(each -> !each.counted()))
        .extracting(each -> each.kind().id(), WeighedEvidence::leftOut)
        .containsExactly(tuple("registration/email", "another report from the same root counts"));
    assertThat(weigher.combine(weight.evidence()).lambda()).isEqualTo(weight.lambda());
  }

  @Property(tries = 1000)
  void shouldChooseAmongReportsExactly(@ForAll long seed) {
    Random random = new Random(seed);
    List<Fact> facts = new ArrayList<>();
    List<String> kinds =
        List.of("tracker/ga", "registration/email", "payment/wallet", "template/css-class");
    int size = 1 + random.nextInt(7);
    for (int i = 0; i < size; i++) {
      String kind = kinds.get(random.nextInt(kinds.size()));
      List<Statement> statements = new ArrayList<>();
      int ways = 1 + random.nextInt(2);
      for (int way = 0; way < ways; way++) {
        Set<EntityId> roots =
            switch (random.nextInt(4)) {
              case 0 -> Set.of();
              case 1 -> roots("one", "two");
              default -> roots(List.of("one", "two", "three").get(random.nextInt(3)));
            };
        String grade = List.of("A1", "B2", "C3", "F6").get(random.nextInt(4));
        statements.add(statement(kind, grade, DaySpan.UNKNOWN, roots));
      }
      facts.add(fact(kind, "v" + i, 2 + random.nextInt(9), statements));
    }

    List<List<WeighedEvidence>> ways = facts.stream().map(weigher::ways).toList();
    double expected = best(ways, 0, new ArrayList<>());

    assertThat(weigher.weigh(facts).lambda()).isCloseTo(expected, within(1e-9));
  }

  private static double best(
      List<List<WeighedEvidence>> ways, int at, List<WeighedEvidence> taken) {
    if (at == ways.size()) {
      return FamilySums.of(KINDS, taken);
    }
    double best = best(ways, at + 1, taken);
    for (WeighedEvidence way : ways.get(at)) {
      if (taken.stream().allMatch(each -> disjoint(each.roots(), way.roots()))) {
        taken.add(way);
        best = Math.max(best, best(ways, at + 1, taken));
        taken.remove(taken.size() - 1);
      }
    }
    return best;
  }

  private static boolean disjoint(Set<EntityId> a, Set<EntityId> b) {
    return a.stream().noneMatch(b::contains);
  }

  private WeighedEvidence counted(String kind, String grade) {
    List<Statement> statements = List.of(statement(kind, grade, DaySpan.UNKNOWN));
    return weigher
        .weigh(List.of(new Fact(LinkType.OWNS, null, 2, null, statements, List.of(), null, null)))
        .evidence()
        .get(0);
  }

  private static Fact observed(String kind, String value) {
    return fact(kind, value, 2, List.of(statement(kind, "A1", DaySpan.UNKNOWN)));
  }

  private static Fact reported(String kind, String value, Set<EntityId> roots) {
    return fact(kind, value, 2, List.of(statement(kind, "A1", DaySpan.UNKNOWN, roots)));
  }

  private static Fact fact(String kind, String value, long degree, List<Statement> statements) {
    EntityId via = new EntityId("indicator:" + kind + ":" + value);
    return new Fact(LinkType.USES, via, degree, null, statements, List.of(), null, null);
  }

  private static Set<EntityId> roots(String... slugs) {
    return Set.copyOf(List.of(slugs).stream().map(EntityId::source).toList());
  }

  private static Statement statement(String kind, String grade, DaySpan days) {
    return statement(kind, grade, days, Set.of());
  }

  private static Statement statement(String kind, String grade, DaySpan days, Set<EntityId> roots) {
    return new Statement(
        0,
        KINDS.find(kind).orElseThrow(),
        new EntityId("source:s"),
        Grade.parse(grade),
        days,
        roots);
  }
}
