package org.clew.model.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.clew.model.attribution.CaseBuilder.NEWS;
import static org.clew.model.attribution.CaseBuilder.OUTLET;

import java.util.stream.IntStream;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;

/** Each way in which an attribution goes wrong, as a small case. */
class FailureModesTest {
  private static final String SITE = "domain:site.example";
  private static final String OTHER = "domain:other.example";

  private final CaseBuilder file = new CaseBuilder();

  @Test
  void shouldFindAStateOutletThroughTwoIndependentChains() {
    file.members(SITE, OTHER)
        .uses("tracker/ga", "UA-1", SITE, NEWS)
        .uses("registration/email", "a@example.org", SITE, NEWS)
        .uses("payment/wallet", "w1", OTHER, NEWS)
        .uses("tls/certificate", "c1", OTHER, NEWS);

    CandidateFinding finding = file.finding();

    assertThat(finding.verdict().confidence()).isEqualTo(Confidence.HIGH);
    assertThat(finding.verdict().relation()).isEqualTo(Relation.STATE_LINKED);
    assertThat(finding.control().independentChains()).isEqualTo(2);
  }

  @Test
  void shouldTakeNoPlantedIdentifierForControl() {
    file.members("domain:news-example.org", OTHER)
        .link("domain:news-example.org", LinkType.IMPERSONATES, NEWS)
        .uses("tracker/ga", "UA-1", "domain:news-example.org", NEWS)
        .uses("tracker/verification", "v1", "domain:news-example.org", NEWS);

    assertThat(file.attribute().candidates()).isEmpty();
  }

  @Test
  void shouldSayThatACopiedTrackerCarriesTheVerdictAndStopAtModerate() {
    file.members(SITE)
        .uses("tracker/ga", "UA-1", SITE, NEWS)
        .uses("tracker/verification", "v1", SITE, NEWS)
        .uses("tracker/adsense", "p1", SITE, NEWS);

    CandidateFinding finding = file.finding();

    assertThat(finding.verdict().confidence()).isEqualTo(Confidence.MODERATE);
    assertThat(finding.control().capped()).isTrue();
    assertThat(finding.verdict().because())
        .anyMatch(each -> each.startsWith("Nothing but what anyone can copy ties"));
  }

  @Test
  void shouldNotReachHighWhereOneOfTwoChainsCouldBeCopied() {
    file.members(SITE, OTHER)
        .uses("registration/email", "a@example.org", SITE, NEWS)
        .uses("payment/wallet", "w1", SITE, NEWS)
        .uses("tracker/ga", "UA-1", OTHER, NEWS)
        .uses("tracker/verification", "v1", OTHER, NEWS);

    assertThat(file.finding().verdict().confidence()).isEqualTo(Confidence.MODERATE);
  }

  /** E-mail and telephone of one registration are one record, read once. */
  @Test
  void shouldNotTakeTwoFieldsOfOneRegistrationForTwoRoots() {
    String second = "domain:news2.example";
    file.members(SITE)
        .link(OUTLET, LinkType.PUBLISHES_ON, second)
        .uses("registration/email", "a@example.org", SITE, NEWS)
        .uses("tracker/ga", "UA-1", SITE, NEWS)
        .uses("registration/phone", "1", SITE, second)
        .uses("tracker/adsense", "p1", SITE, second);
    assertThat(file.finding().control().independentChains()).isEqualTo(1);
    assertThat(file.finding().verdict().confidence()).isEqualTo(Confidence.MODERATE);

    file.uses("tls/certificate", "c1", OTHER, second).uses("payment/wallet", "w", OTHER, SITE);
    assertThat(file.finding().control().independentChains()).isEqualTo(2);
  }

  @Test
  void shouldNotTakeTheContractorForTheSponsor() {
    file.members(SITE, OTHER)
        .outlet("outlet:ru:studio", "RU", "state-controlled")
        .link("org:studio", LinkType.SUPPLIES, SITE)
        .link("org:studio", LinkType.SUPPLIES, NEWS)
        .link("state:IR", LinkType.CONTROLS, "org:studio");

    assertThat(file.attribute().candidates()).isEmpty();
  }

  @Test
  void shouldCountFiveReportsThatCopyOneOnce() {
    file.members(SITE).source("source:first", "A1");
    for (int i = 0; i < 5; i++) {
      file.source("source:echo" + i, "A1", "source:first");
      file.reported(OUTLET, LinkType.OPERATES, SITE, "source:echo" + i, "platform/statement");
    }

    CandidateFinding finding = file.finding();

    assertThat(finding.control().score().value()).isCloseTo(10 / 11.0, within(1e-9));
    assertThat(finding.control().weakest()).isZero();
    assertThat(finding.verdict().confidence()).isEqualTo(Confidence.LOW);
  }

  @Test
  void shouldNotReachHighFromTwoSourcesOfWhichOneTippedTheOther() {
    file.members(SITE, OTHER)
        .source("source:tip", "A1")
        .source("source:tipped", "A1", "source:tip");
    file.reported(OUTLET, LinkType.OPERATES, SITE, "source:tip", "platform/statement")
        .reported(OUTLET, LinkType.OWNS, OTHER, "source:tipped", "organisation/filing");
    assertThat(file.finding().control().independentChains()).isEqualTo(1);
    assertThat(file.finding().verdict().confidence()).isEqualTo(Confidence.LOW);

    file.source("source:tipped", "A1");
    assertThat(file.finding().control().independentChains()).isEqualTo(2);
    assertThat(file.finding().verdict().confidence()).isEqualTo(Confidence.HIGH);
  }

  @Test
  void shouldNotBridgeOverAHub() {
    file.members(SITE).uses("hosting/ip", "192.0.2.1", SITE, NEWS);
    IntStream.range(0, 500)
        .forEach(i -> file.uses("hosting/ip", "192.0.2.1", "domain:s" + i + ".example"));

    assertThat(file.attribute().candidates()).isEmpty();
  }

  @Test
  void shouldLeaveVictimsOfImpersonationAlone() {
    file.members(SITE)
        .link(SITE, LinkType.IMPERSONATES, OUTLET)
        .link(SITE, LinkType.TARGETS, OUTLET)
        .uses("hosting/dom", "page", SITE, NEWS);

    assertThat(file.attribute().candidates()).isEmpty();
  }

  @Test
  void shouldNeverCallSympathisersLinkedWhateverTheyShare() {
    IntStream.range(0, 200)
        .forEach(
            i -> {
              file.members("account:x:" + i).link("account:x:" + i, LinkType.LINKS_TO, NEWS);
              file.link("account:x:" + i, LinkType.AMPLIFIES, OUTLET);
            });
    IntStream.range(200, 2000)
        .forEach(
            i -> file.link("account:x:" + i, LinkType.LINKS_TO, "domain:d" + i % 40 + ".example"));

    CandidateFinding finding = file.finding();

    assertThat(finding.control().score().value()).isZero();
    assertThat(finding.verdict().relation()).isEqualTo(Relation.STATE_ALIGNED);
    assertThat(finding.verdict().confidence()).isEqualTo(Confidence.INSUFFICIENT);
    assertThat(finding.verdict().likelihood()).isNull();
  }

  @Test
  void shouldSayThatNothingFoundIsNotNothingThere() {
    file.members("account:x:1").link("account:x:1", LinkType.AMPLIFIES, OUTLET);

    assertThat(file.finding().verdict().because().get(0)).contains("a careful operator");
  }

  @Test
  void shouldNotTakeEverythingForRareInASmallFile() {
    file.members(SITE)
        .uses("hosting/name-server", "ns1.host.example", SITE, NEWS)
        .uses("hosting/subnet", "192.0.2.0/24", SITE, NEWS)
        .uses("hosting/ip", "192.0.2.1", SITE, NEWS)
        .uses("profile/favicon", "f", SITE, NEWS);

    assertThat(file.attribute().candidates()).isEmpty();
  }

  @Test
  void shouldCountNothingThroughWhatAnAnalystMarkedBenign() {
    file.members(SITE)
        .uses("tracker/ga", "UA-1", SITE, OTHER)
        .uses("payment/wallet", "w1", OTHER, NEWS);
    assertThat(file.finding().control().score().value()).isGreaterThan(0.5);

    file.benign("indicator:payment/wallet:w1", "a charity both collect for");

    Attribution marked = file.attribute();
    assertThat(marked.candidates()).isEmpty();

    file.uses("payment/wallet", "w2", OTHER, NEWS);
    assertThat(file.finding().control().score().value()).isGreaterThan(0.5);
    file.benign(OTHER, "a web agency");
    assertThat(file.attribute().candidates()).isEmpty();
  }

  @Test
  void shouldNotAddUpManyWeakFacts() {
    IntStream.range(0, 30)
        .forEach(
            i -> {
              String member = "domain:m" + i + ".example";
              file.members(member).uses("hosting/name-server", "ns" + i, member, NEWS);
              IntStream.range(0, 30).forEach(c -> file.uses("template/css-class", "c" + c, member));
            });
    IntStream.range(0, 30).forEach(c -> file.uses("template/css-class", "c" + c, NEWS));

    assertThat(file.attribute().candidates()).isEmpty();
  }

  @Test
  void shouldNotTakeACloneOnALookAlikeHostForEvidence() {
    String clone = "domain:newz.example";
    file.members(clone).uses("tracker/ga", "UA-1", "domain:theatlatnic.com", "domain:x.example");
    file.link("outlet:us:atlantic", LinkType.PUBLISHES_ON, "domain:theatlantic.com")
        .members("domain:theatlatnic.com")
        .uses("tracker/ga", "UA-2", "domain:theatlatnic.com", "domain:theatlantic.com");

    assertThat(file.attribute().candidates()).isEmpty();
  }

  @Test
  void shouldStopAtLowForAnAgencysWholeKit() {
    file.members(SITE);
    for (String kind :
        new String[] {"tracker/ga", "registration/email", "tls/certificate", "payment/wallet"}) {
      file.uses(kind, "kit", SITE, NEWS);
      IntStream.range(0, 25).forEach(i -> file.uses(kind, "kit", "domain:client" + i + ".example"));
    }

    CandidateFinding finding = file.finding();

    assertThat(finding.control().score().value()).isGreaterThan(0.9);
    assertThat(finding.control().carriedBy().get(0).part()).isEqualTo(Carrier.Part.CROWD);
    assertThat(finding.verdict().confidence()).isEqualTo(Confidence.LOW);
  }

  @Test
  void shouldStopAtLowForAnAdministratorWhoIsAnAgency() {
    String agency = "account:facebook:agency";
    file.members("page:facebook:1", "page:facebook:2")
        .link(OUTLET, LinkType.PUBLISHES_ON, "page:facebook:3")
        .link(OUTLET, LinkType.PUBLISHES_ON, "page:facebook:4");
    IntStream.range(1, 40)
        .forEach(i -> file.link(agency, LinkType.ADMINISTERS, "page:facebook:" + i));

    CandidateFinding finding = file.finding();

    assertThat(finding.control().independentChains()).isEqualTo(1);
    assertThat(finding.control().carriedBy().get(0).part()).isEqualTo(Carrier.Part.ADMINISTRATOR);
    assertThat(finding.verdict().confidence()).isEqualTo(Confidence.LOW);
  }

  /** Two sites of the outlet, each said by another source, among many of the agency's clients. */
  @Test
  void shouldStopAtLowForAnOrganizationThatIsAnAgency() {
    String agency = "org:agency";
    file.members("domain:1.example", "domain:2.example")
        .source("source:other", "A1")
        .link(OUTLET, LinkType.PUBLISHES_ON, "domain:3.example")
        .link(OUTLET, LinkType.PUBLISHES_ON, "domain:4.example");
    IntStream.range(1, 40)
        .forEach(
            i -> {
              String site = "domain:" + i + ".example";
              file.reported(agency, LinkType.OPERATES, site, CaseBuilder.DEFAULT, null)
                  .reported(agency, LinkType.OPERATES, site, "source:other", null);
            });

    Attribution attribution = file.attribute();

    CandidateFinding outlet = CaseBuilder.finding(attribution, OUTLET);
    assertThat(outlet.control().carriedBy().get(0).part()).isEqualTo(Carrier.Part.ADMINISTRATOR);
    assertThat(outlet.verdict().confidence()).isLessThanOrEqualTo(Confidence.LOW);
    assertThat(CaseBuilder.finding(attribution, agency).verdict().confidence())
        .isEqualTo(Confidence.MODERATE);
  }

  @Test
  void shouldNotTakeATrackerOnThreeHundredSitesForAnOperator() {
    file.members(SITE).uses("tracker/ga", "UA-1", SITE, NEWS);
    IntStream.range(0, 298)
        .forEach(i -> file.uses("tracker/ga", "UA-1", "domain:s" + i + ".example"));

    assertThat(file.attribute().candidates()).isEmpty();
  }

  @Test
  void shouldReportALinkedMemberAndNotALinkedCluster() {
    file.members(SITE, OTHER, "domain:third.example")
        .uses("tracker/ga", "UA-1", SITE, NEWS)
        .uses("payment/wallet", "w1", SITE, NEWS);

    CandidateFinding finding = file.finding();

    assertThat(finding.verdict().confidence()).isEqualTo(Confidence.LOW);
    assertThat(finding.verdict().because())
        .contains(
            "Chains start from 1 of 3 members.",
            "That is a linked member, site.example, and not a linked cluster.");
  }

  @Test
  void shouldNotSpeakForAnOutletByWhatReachesItsOwner() {
    String owner = "org:ir:broadcaster";
    file.members(SITE)
        .outlet("outlet:ir:sister", "IR", "state-controlled")
        .link("state:IR", LinkType.CONTROLS, owner)
        .link(owner, LinkType.OWNS, OUTLET)
        .link(owner, LinkType.OWNS, "outlet:ir:sister")
        .link(OUTLET, LinkType.OPERATES, SITE);

    Attribution attribution = file.attribute();

    assertThat(attribution.candidates())
        .extracting(each -> each.candidate().id().value())
        .containsExactly(OUTLET, owner);
    assertThat(CaseBuilder.score(attribution, owner))
        .isLessThan(CaseBuilder.score(attribution, OUTLET));
  }

  @Test
  void shouldRuleOutHighForACloseRivalUnderAnotherController() {
    String rival = "outlet:ru:rival";
    file.outlet(rival, "RU", "state-controlled")
        .link(rival, LinkType.PUBLISHES_ON, "domain:rival.example")
        .members(SITE, OTHER)
        .uses("registration/email", "a@example.org", SITE, NEWS)
        .uses("payment/wallet", "w1", OTHER, NEWS);
    assertThat(file.finding().verdict().confidence()).isEqualTo(Confidence.HIGH);

    file.uses("registration/phone", "1", SITE, "domain:rival.example")
        .uses("tls/certificate", "c1", OTHER, "domain:rival.example");

    CandidateFinding finding = file.finding();
    assertThat(finding.verdict().confidence()).isEqualTo(Confidence.MODERATE);
    assertThat(finding.rivals()).extracting(Rival::name).containsExactly("rival", "nobody");
  }

  @Test
  void shouldShowThatAnotherSourceContradictsTheStateRelation() {
    file.source("source:sale", "B2")
        .describe(OUTLET, "source:sale", "independent")
        .members(SITE)
        .uses("registration/email", "a@example.org", SITE, NEWS)
        .uses("payment/wallet", "w1", SITE, NEWS);

    Verdict verdict = file.finding().verdict();

    assertThat(verdict.relation()).isEqualTo(Relation.STATE_LINKED);
    assertThat(verdict.because())
        .anyMatch(each -> each.startsWith("source:sale contradicts: it says independent"));
  }

  @Test
  void shouldCallAnIndependentOutletLinkedAndNeverStateLinked() {
    file.outlet("outlet:fr:daily", "FR", "independent")
        .link("outlet:fr:daily", LinkType.PUBLISHES_ON, "domain:daily.example")
        .members(SITE)
        .uses("registration/email", "a@example.org", SITE, "domain:daily.example")
        .uses("payment/wallet", "w1", SITE, "domain:daily.example");

    CandidateFinding daily = CaseBuilder.finding(file.attribute(), "outlet:fr:daily");

    assertThat(daily.verdict().relation()).isEqualTo(Relation.LINKED);
  }

  /**
   * He works for the outlet, and the page is his own: one relation must not carry more than low.
   */
  @Test
  void shouldStopAtLowForAnEmployeesPrivatePage() {
    file.members("page:facebook:1")
        .link(OUTLET, LinkType.EMPLOYS, "account:facebook:reporter")
        .link("account:facebook:reporter", LinkType.ADMINISTERS, "page:facebook:1");

    Verdict verdict = file.finding().verdict();

    assertThat(verdict.confidence()).isEqualTo(Confidence.LOW);
    assertThat(verdict.relation()).isEqualTo(Relation.NONE);
  }

  @Test
  void shouldStopAtLowForOneIdentifierFromAnUngradedSource() {
    String tracker = "indicator:tracker/ga:UA-1";
    file.source("source:blog", "F6")
        .members(SITE)
        .link(SITE, LinkType.USES, tracker, "source:blog", Basis.OBSERVED, null)
        .link(NEWS, LinkType.USES, tracker, "source:blog", Basis.OBSERVED, null);

    Verdict verdict = file.finding().verdict();

    assertThat(verdict.confidence()).isEqualTo(Confidence.LOW);
    assertThat(verdict.relation()).isEqualTo(Relation.NONE);
  }

  /** Clones of two papers share a certificate: the papers are victims, the clones are one set. */
  @Test
  void shouldNeverBlameThePapersThatAreCloned() {
    for (String paper : new String[] {"lemonde", "spiegel"}) {
      file.outlet("outlet:xx:" + paper, "XX", "independent")
          .link("outlet:xx:" + paper, LinkType.PUBLISHES_ON, "domain:" + paper + ".example")
          .link("domain:" + paper + ".ltd", LinkType.IMPERSONATES, "outlet:xx:" + paper)
          .uses(
              "tracker/ga",
              "UA-" + paper,
              "domain:" + paper + ".ltd",
              "domain:" + paper + ".example");
    }
    file.members("domain:lemonde.ltd", "domain:spiegel.ltd")
        .uses("tls/certificate", "c1", "domain:lemonde.ltd", "domain:spiegel.ltd");

    assertThat(file.attribute().candidates()).isEmpty();
  }
}
