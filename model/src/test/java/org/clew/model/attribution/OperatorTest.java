package org.clew.model.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.clew.model.attribution.CaseBuilder.OUTLET;

import java.util.List;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;

/** A firm for hire is named where it runs the subject, and no client of its is blamed for that. */
class OperatorTest {
  private static final String SITE = "domain:site.example";
  private static final String OTHER = "domain:other.example";
  private static final String FIRM = "org:firm";
  private static final String MINISTRY = "org:ministry";
  private static final String RIVAL_MINISTRY = "org:rival-ministry";

  private final CaseBuilder file = new CaseBuilder().members(SITE, OTHER);

  OperatorTest() {
    file.source("source:platform", "A3")
        .source("source:authority", "A3")
        .reported(FIRM, LinkType.OPERATES, SITE, "source:platform", "platform/statement")
        .reported(FIRM, LinkType.OPERATES, OTHER, "source:authority", null)
        .link("state:AE", LinkType.CONTROLS, MINISTRY)
        .link("state:EG", LinkType.CONTROLS, RIVAL_MINISTRY);
  }

  private CaseBuilder hiredByTheMinistry() {
    return file.link(MINISTRY, LinkType.EMPLOYS, FIRM)
        .uses("registration/email", "a@example.org", MINISTRY, FIRM)
        .uses("payment/wallet", "w", MINISTRY, FIRM);
  }

  private static void assertLinkedFirm(Attribution attribution) {
    CandidateFinding firm = CaseBuilder.finding(attribution, FIRM);
    assertThat(firm.candidate().operator()).isTrue();
    assertThat(firm.verdict().relation()).isEqualTo(Relation.LINKED);
    assertThat(firm.verdict().confidence()).isGreaterThanOrEqualTo(Confidence.MODERATE);
    assertThat(firm.rivals()).extracting(Rival::name).containsExactly("nobody");
  }

  @Test
  void shouldNameTheFirmThatRunsIt() {
    Attribution attribution = file.attribute();

    assertThat(attribution.candidates()).hasSize(1);
    assertLinkedFirm(attribution);
  }

  @Test
  void shouldStopAtTheFirmWhomeverItSupplies() {
    file.link(FIRM, LinkType.SUPPLIES, MINISTRY).link(FIRM, LinkType.SUPPLIES, RIVAL_MINISTRY);

    Attribution attribution = file.attribute();

    assertThat(attribution.candidates()).hasSize(1);
    assertLinkedFirm(attribution);
    assertThat(CaseBuilder.finding(attribution, FIRM).verdict().because())
        .contains(
            "firm is said to work for ministry (source:default): that is context and does not"
                + " make it their operation.");
  }

  @Test
  void shouldLeadThroughTheFirmToWhomItIsTied() {
    Attribution attribution = hiredByTheMinistry().attribute();

    assertLinkedFirm(attribution);
    CandidateFinding ministry = CaseBuilder.finding(attribution, MINISTRY);
    assertThat(ministry.verdict().relation()).isEqualTo(Relation.STATE_LINKED);
    assertThat(ministry.rivals()).extracting(Rival::name).containsExactly("nobody");
    assertThat(ministry.verdict().because())
        .contains(
            "All of it leads through firm, which runs 2 assets here: a firm with several clients"
                + " ties each of them to the others.");
  }

  @Test
  void shouldNotLinkOneStateThroughAFirmThatWorksForAnother() {
    Attribution attribution =
        hiredByTheMinistry().link(FIRM, LinkType.SUPPLIES, RIVAL_MINISTRY).attribute();

    assertLinkedFirm(attribution);
    Verdict ministry = CaseBuilder.finding(attribution, MINISTRY).verdict();
    assertThat(ministry.relation()).isEqualTo(Relation.NONE);
    assertThat(ministry.confidence()).isEqualTo(Confidence.LOW);
    assertThat(ministry.because().get(0)).contains("works for rival-ministry too");
  }

  @Test
  void shouldNotTakeTwoOfOneStateForClientsThatContradictEachOther() {
    file.link("state:AE", LinkType.CONTROLS, "org:agency")
        .link(FIRM, LinkType.SUPPLIES, "org:agency");

    Attribution attribution = hiredByTheMinistry().attribute();

    assertThat(CaseBuilder.finding(attribution, MINISTRY).verdict().relation())
        .isEqualTo(Relation.STATE_LINKED);
  }

  /** As where a case lets a stand-in for the operators be a member. */
  @Test
  void shouldNotLinkOneStateThroughAMemberThatWorksForAnother() {
    CaseBuilder drawn =
        new CaseBuilder()
            .members(FIRM)
            .link(FIRM, LinkType.OPERATES, SITE)
            .link("state:AE", LinkType.CONTROLS, MINISTRY)
            .link("state:EG", LinkType.CONTROLS, RIVAL_MINISTRY)
            .link(MINISTRY, LinkType.EMPLOYS, FIRM)
            .uses("registration/email", "a@example.org", MINISTRY, FIRM)
            .uses("payment/wallet", "w", MINISTRY, FIRM)
            .link(FIRM, LinkType.SUPPLIES, RIVAL_MINISTRY);

    Verdict ministry = CaseBuilder.finding(drawn.attribute(), MINISTRY).verdict();

    assertThat(ministry.confidence()).isEqualTo(Confidence.LOW);
    assertThat(ministry.because().get(0)).contains("works for rival-ministry too");
  }

  @Test
  void shouldNotLinkOneStateThroughASiteOfAFirmThatWorksForAnother() {
    String own = "domain:firm.example";
    file.link(
            FIRM,
            LinkType.OPERATES,
            own,
            CaseBuilder.DEFAULT,
            Basis.OBSERVED,
            "identity/own-channel")
        .link(FIRM, LinkType.SUPPLIES, MINISTRY)
        .link(FIRM, LinkType.SUPPLIES, RIVAL_MINISTRY)
        .uses("registration/email", "a@example.org", SITE, own)
        .uses("payment/wallet", "w", OTHER, own)
        .uses("registration/phone", "1", own, MINISTRY)
        .uses("tls/certificate", "c", own, MINISTRY);

    Verdict ministry = CaseBuilder.finding(file.attribute(), MINISTRY).verdict();

    assertThat(ministry.confidence()).isLessThanOrEqualTo(Confidence.LOW);
    assertThat(ministry.because().get(0)).contains("works for rival-ministry too");
  }

  /** A bureau that the ministry holds is the ministry's own, though no candidate itself. */
  @Test
  void shouldNotTakeWhatAClientHoldsForAnotherController() {
    file.link(MINISTRY, LinkType.CONTROLS, "org:bureau")
        .link(FIRM, LinkType.SUPPLIES, "org:bureau");

    assertThat(CaseBuilder.finding(hiredByTheMinistry().attribute(), MINISTRY).verdict().relation())
        .isEqualTo(Relation.STATE_LINKED);
  }

  /** Weak evidence through a firm takes nothing from what it says against other evidence. */
  @Test
  void shouldStayARivalWhereOneOfSeveralChainsLeadsThroughIt() {
    file.uses("tracker/ga", "UA-1", SITE, CaseBuilder.NEWS)
        .uses("registration/email", "b@example.org", OTHER, CaseBuilder.NEWS)
        .uses("payment/wallet", "w", FIRM, CaseBuilder.NEWS);

    CandidateFinding outlet = CaseBuilder.finding(file.attribute(), OUTLET);

    assertThat(outlet.rivals()).extracting(Rival::name).contains("firm");
  }

  /** Neither State may be blamed for what a firm does that runs outlets of both. */
  @Test
  void shouldBlameNeitherOfTwoOutletsThatOneFirmRuns() {
    String outlet = "outlet:ru:channel";
    file.outlet(outlet, "RU", "state-controlled");
    for (int i = 1; i <= 2; i++) {
      String channel = "domain:channel" + i + ".example";
      String news = "domain:news" + i + ".example";
      file.link(outlet, LinkType.PUBLISHES_ON, channel)
          .link(OUTLET, LinkType.PUBLISHES_ON, news)
          .link(FIRM, LinkType.OPERATES, channel)
          .link(FIRM, LinkType.OPERATES, news);
    }

    Attribution attribution = file.attribute();

    for (String each : List.of(outlet, OUTLET)) {
      Verdict verdict = CaseBuilder.finding(attribution, each).verdict();
      assertThat(verdict.confidence()).isEqualTo(Confidence.LOW);
      assertThat(verdict.because().get(0))
          .startsWith("firm, through whom all this leads, leads to");
    }
    assertLinkedFirm(attribution);
  }

  /** The home country of a firm is not a State that has anything to do with it. */
  @Test
  void shouldGiveAnOperatorNoState() {
    file.outlet(FIRM, "AE", "unknown");

    assertThat(CaseBuilder.finding(file.attribute(), FIRM).candidate().state()).isNull();
  }

  @Test
  void shouldNameTheClientsOfAFirmThatAStateControls() {
    file.link("state:AE", LinkType.CONTROLS, FIRM).link(FIRM, LinkType.SUPPLIES, RIVAL_MINISTRY);

    assertThat(CaseBuilder.finding(file.attribute(), FIRM).verdict().because())
        .anyMatch(each -> each.startsWith("firm is said to work for rival-ministry"));
  }

  @Test
  void shouldNameAllRootsThatStateOneTie() {
    file.reported(FIRM, LinkType.OPERATES, SITE, "source:authority", null)
        .reported(FIRM, LinkType.OPERATES, OTHER, "source:platform", "platform/statement");

    assertThat(CaseBuilder.finding(file.attribute(), FIRM).verdict().because())
        .anyMatch(each -> each.contains("source:authority") && each.contains("source:platform"));
  }

  /** Other evidence of the client itself needs no firm. */
  @Test
  void shouldLinkAStateByEvidenceThatDoesNotLeadThroughTheFirm() {
    hiredByTheMinistry()
        .link(FIRM, LinkType.SUPPLIES, RIVAL_MINISTRY)
        .uses("registration/phone", "1", MINISTRY, SITE)
        .uses("tls/certificate", "c1", MINISTRY, OTHER);

    assertThat(CaseBuilder.finding(file.attribute(), MINISTRY).verdict().relation())
        .isEqualTo(Relation.STATE_LINKED);
  }

  @Test
  void shouldNameNoSingleStateWhereTwoAreSaidToControlTheFirm() {
    file.link("state:AE", LinkType.CONTROLS, FIRM).link("state:EG", LinkType.CONTROLS, FIRM);

    CandidateFinding firm = CaseBuilder.finding(file.attribute(), FIRM);

    assertThat(firm.candidate().state()).isNull();
    assertThat(firm.verdict().because())
        .anyMatch(each -> each.contains("state-controlled (AE and EG)"))
        .contains("For which of these States it was done, the evidence does not tell.");
  }

  @Test
  void shouldStillSetAFirmAgainstAnOutletThatOtherEvidenceReaches() {
    file.uses("tracker/ga", "UA-1", SITE, CaseBuilder.NEWS)
        .uses("registration/email", "b@example.org", OTHER, CaseBuilder.NEWS);

    CandidateFinding outlet = CaseBuilder.finding(file.attribute(), OUTLET);

    assertThat(outlet.rivals()).extracting(Rival::name).contains("firm");
    assertThat(outlet.verdict().confidence()).isLessThan(Confidence.HIGH);
  }

  /** As with an outlet: whose a registered site is, is an assumption, and nothing that carries. */
  @Test
  void shouldNotHangOnWhoseARegisteredSiteIs() {
    String own = "domain:press.example";
    CaseBuilder press =
        new CaseBuilder()
            .members(SITE, OTHER)
            .link(
                "org:press",
                LinkType.OWNS,
                own,
                CaseBuilder.DEFAULT,
                Basis.OBSERVED,
                "identity/public-register")
            .uses("registration/email", "a@example.org", SITE, own)
            .uses("payment/wallet", "w", OTHER, own);

    CandidateFinding finding = CaseBuilder.finding(press.attribute(), "org:press");

    assertThat(finding.verdict().relation()).isEqualTo(Relation.LINKED);
    assertThat(finding.verdict().confidence()).isEqualTo(Confidence.MODERATE);
    assertThat(finding.control().carriedBy()).noneMatch(each -> each.fact().contains("owns"));
    assertThat(finding.control().chains())
        .hasSize(2)
        .allSatisfy(
            chain ->
                assertThat(chain.assumptions())
                    .singleElement()
                    .satisfies(
                        tie -> {
                          assertThat(tie.outlet().value()).isEqualTo("org:press");
                          assertThat(tie.asset().value()).isEqualTo(own);
                          assertThat(tie.statements()).hasSize(1);
                        }));
  }

  /** That the subject itself is somebody's own is what is asked, and one statement of it. */
  @Test
  void shouldHangOnWhoseTheSubjectItselfIs() {
    CaseBuilder press =
        new CaseBuilder()
            .members(SITE)
            .link(
                "org:press",
                LinkType.OPERATES,
                SITE,
                CaseBuilder.DEFAULT,
                Basis.OBSERVED,
                "identity/own-channel");

    CandidateFinding finding = CaseBuilder.finding(press.attribute(), "org:press");

    assertThat(finding.verdict().confidence()).isEqualTo(Confidence.LOW);
    assertThat(finding.control().weakest()).isZero();
    assertThat(finding.control().carriedBy())
        .singleElement()
        .satisfies(each -> assertThat(each.fact()).isEqualTo("that press operates site.example"));
    assertThat(finding.control().chains())
        .allSatisfy(chain -> assertThat(chain.assumptions()).isEmpty());
  }

  /** A channel of the subject's is the subject. */
  @Test
  void shouldHangOnWhoseTheSubjectsOwnSiteIs() {
    CaseBuilder press =
        new CaseBuilder()
            .outlet("outlet:xx:paper", "XX", "unknown")
            .link("outlet:xx:paper", LinkType.PUBLISHES_ON, SITE)
            .link(
                "org:press",
                LinkType.OWNS,
                SITE,
                CaseBuilder.DEFAULT,
                Basis.OBSERVED,
                "identity/public-register");

    CandidateFinding finding =
        CaseBuilder.finding(press.attribute("outlet:xx:paper", search -> search), "org:press");

    assertThat(finding.control().weakest()).isZero();
  }

  @Test
  void shouldListWhoSuppliesTheSubjectAsNotWeighed() {
    file.link("org:host", LinkType.SUPPLIES, SITE, CaseBuilder.DEFAULT, Basis.OBSERVED, null);

    Attribution attribution = file.attribute();

    assertThat(attribution.candidates()).hasSize(1);
    assertThat(attribution.subject().assumptions())
        .contains(
            "That host supplies it, as stated by source:default, grade A1, does not make it the"
                + " sponsor: suppliers are not weighed.");
  }
}
