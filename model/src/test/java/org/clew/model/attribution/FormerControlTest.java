package org.clew.model.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An outlet that a State sold: what it was, what it is, and of when the evidence is. */
class FormerControlTest {
  private static final String TV = "outlet:ge:tv";
  private static final String SITE = "domain:site.example";
  private static final String TV_SITE = "domain:tv.example";

  private final CaseBuilder file = new CaseBuilder();

  private CaseBuilder sold() {
    return file.dated("source:register", "B2", "2016-07-01")
        .link(TV, LinkType.PUBLISHES_ON, TV_SITE)
        .between("state:GE", LinkType.CONTROLS, TV, "source:register", "2005", "2016-05")
        .between("org:buyer", LinkType.OWNS, TV, "source:register", "2016-06", null);
  }

  private CaseBuilder shared(String from, String to) {
    for (String trait : new String[] {"registration/email:a", "payment/wallet:w"}) {
      for (String asset : new String[] {SITE, TV_SITE}) {
        file.between(asset, LinkType.USES, "indicator:" + trait, CaseBuilder.DEFAULT, from, to);
      }
    }
    return file;
  }

  private CandidateFinding ofTv() {
    return CaseBuilder.finding(file.attribute(SITE, search -> search), TV);
  }

  @ParameterizedTest
  @CsvSource({
    "2013, 2014, STATE_LINKED, enough of the evidence is of that time",
    "2015, 2018, STATE_LINKED, enough of the evidence is of that time",
    "2018, 2019, LINKED, none of the evidence is known to be of that time",
    ",, LINKED, none of the evidence is known to be of that time",
  })
  void shouldSpeakOfTheStateOnlyWhereTheEvidenceIsOfItsTime(
      String from, String to, Relation relation, String said) {
    sold();
    shared(from, to);

    Verdict verdict = ofTv().verdict();

    assertThat(verdict.confidence()).isEqualTo(Confidence.MODERATE);
    assertThat(verdict.relation()).isEqualTo(relation);
    assertThat(verdict.because())
        .contains(
            "ge:tv was state-controlled (GE) until 2016-05, as source:register says; "
                + said
                + ".");
  }

  @Test
  void shouldAskOfADayBeforeTheSaleWithoutIt() {
    sold();
    file.between("state:GE", LinkType.CONTROLS, TV, CaseBuilder.DEFAULT, "2005", null);
    shared("2013", "2014");

    CandidateFinding finding =
        CaseBuilder.finding(
            file.attribute(SITE, search -> search.withAsOf(LocalDate.of(2015, 1, 1))), TV);

    assertThat(finding.verdict().relation()).isEqualTo(Relation.STATE_LINKED);
    assertThat(finding.candidate().formerly()).isNull();
  }

  @Test
  void shouldLetALaterSourceSayThatControlHasNotEnded() {
    sold();
    file.dated("source:later", "B2", "2020")
        .between("state:GE", LinkType.CONTROLS, TV, "source:later", null, null);
    shared("2018", "2019");

    assertThat(ofTv().verdict().relation()).isEqualTo(Relation.STATE_LINKED);
  }

  @Test
  void shouldKeepTheWordsOfBothTimesApart() {
    sold();
    file.dated("source:then", "B2", "2012")
        .dated("source:now", "C3", "2018")
        .describe(TV, "source:then", "official")
        .describe(TV, "source:now", "independent");
    shared("2018", "2019");

    Candidate tv = ofTv().candidate();

    assertThat(tv.stateRelation()).isEqualTo("independent");
    assertThat(tv.disputedBy()).isEmpty();
    assertThat(tv.formerly().stateRelation()).isEqualTo("official");
  }

  @ParameterizedTest
  @CsvSource({
    "2012, 2016, independent",
    "2016, 2012, state-controlled",
    "2016, 2016, independent",
  })
  void shouldTakeTheLaterOfTwoSourcesOfOneGradeAndElseWhatAccusesLess(
      String accusing, String other, String expected) {
    file.dated("source:a", "B2", accusing)
        .dated("source:b", "B2", other)
        .describe(TV, "source:a", "state-controlled")
        .describe(TV, "source:b", "independent")
        .link(TV, LinkType.PUBLISHES_ON, TV_SITE);
    shared(null, null);

    assertThat(ofTv().candidate().stateRelation()).isEqualTo(expected);
    assertThat(ofTv().candidate().disputedBy()).hasSize(1);
  }

  @Test
  void shouldSayThatTwoStatesAreEquallyLikelyBeforeAnythingElse() {
    for (String state : new String[] {"CN", "RU"}) {
      for (int report = 0; report < 2; report++) {
        String source = "source:" + state + report;
        file.source(source, "A2")
            .reported(
                SITE,
                LinkType.ORIGINATES_IN,
                "state:" + state,
                source,
                "geography/platform-origin");
      }
    }

    Attribution attribution = file.attribute(SITE, search -> search);

    assertThat(attribution.origins())
        .extracting(each -> each.verdict().because().get(0))
        .containsExactly(
            "RU scores 0.69, as much: the evidence does not tell the two apart.",
            "CN scores 0.69, as much: the evidence does not tell the two apart.");
  }

  @Test
  void shouldNameAllStatesThatAreSaidToControlAnOutlet() {
    file.link("state:AE", LinkType.CONTROLS, TV)
        .link("state:SA", LinkType.CONTROLS, TV)
        .link(TV, LinkType.PUBLISHES_ON, TV_SITE);
    shared(null, null);

    assertThat(ofTv().verdict().because())
        .anyMatch(each -> each.contains(" is state-controlled (AE and SA), as "));
  }
}
