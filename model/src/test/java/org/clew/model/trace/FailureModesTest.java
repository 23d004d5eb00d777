package org.clew.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;

/** What must not be taken for control, and what must. */
class FailureModesTest {
  private static final String SITE = "domain:site.example";
  private static final String NEWS = "domain:news.example";

  private final CaseFile file = new CaseFile();

  @Test
  void shouldJoinSitesThatShareFiveVerificationIdsAndClasses() {
    file.uses("template/css-class", "box", SITE, NEWS)
        .uses("template/css-class", "bar", SITE, NEWS);
    IntStream.range(0, 5).forEach(i -> file.uses("tracker/verification", "id" + i, SITE, NEWS));

    Chain chain = onlyChain();

    assertThat(chain.score()).isCloseTo(0.999, within(0.0005));
    assertThat(chain.hops().get(0).sentence())
        .isEqualTo(
            "site.example and news.example share 5 site-verification ids"
                + " (id0, id1, id2, id3, id4) and 2 CSS classes (bar, box); that is 120,000 times"
                + " likelier if one operator runs both than if they are unrelated; source default,"
                + " grade A1.");
    assertThat(chain.scores())
        .extracting(PriorScore::priorOdds)
        .containsExactly(0.0001, 0.001, 0.01, 0.1);
    assertThat(chain.scores().get(2).score()).isEqualTo(chain.score());
  }

  @Test
  void shouldMakeLittleOfHostsThatServeHalfTheWeb() {
    share("hosting/cdn-host", "mc.yandex.ru", 10);
    share("hosting/cdn-host", "top-fwz1.mail.ru", 8);

    Hop lead = onlyLead();

    assertThat(lead.probability()).isCloseTo(0.0547, within(0.0001));
  }

  @Test
  void shouldNotAddUpThirtySharedClasses() {
    IntStream.range(0, 30).forEach(i -> file.uses("template/css-class", "c" + i, SITE, NEWS));

    assertThat(onlyLead().probability()).isLessThan(0.05);
  }

  @Test
  void shouldNotTakeATrackerOnThreeHundredSitesForAnOperator() {
    share("tracker/ga", "UA-1", 300);

    assertThat(onlyLead().probability()).isCloseTo(0.366, within(0.001));
  }

  @Test
  void shouldCountFiveReportsThatRepeatOneAsOne() {
    file.source("source:first", "B2");
    for (int i = 0; i < 5; i++) {
      file.source("source:echo" + i, "B2", "source:first");
      for (String asset : List.of(SITE, NEWS)) {
        String indicator = "indicator:registration/statement:" + i;
        file.reported(asset, LinkType.USES, indicator, "source:echo" + i, null);
      }
    }
    double five = file.pair(SITE, NEWS).lambda();
    assertThat(five).isCloseTo(Math.log10(1 + 0.5625 * 999), within(1e-12));

    CaseFile independent = new CaseFile().addAll(file);
    for (int i = 0; i < 5; i++) {
      independent.source("source:echo" + i, "B2");
    }
    assertThat(independent.pair(SITE, NEWS).lambda()).isCloseTo(1.5 * five, within(1e-12));
  }

  @Test
  void shouldNotBridgeOverAHubButNameIt() {
    share("registration/email", "agency@example.org", 40);
    TraceParameters parameters = CaseFile.parameters(SITE, NEWS).withDegreeCeiling(30);

    Trace trace = file.trace(parameters);

    assertThat(trace.chains()).isEmpty();
    assertThat(trace.skippedHubs())
        .containsExactly(
            new SkippedHub(
                new EntityId("indicator:registration/email:agency@example.org"),
                "registration/email:agency@example.org",
                40));
  }

  @Test
  void shouldNotPassThroughAnAssetAboveTheCeilingButStartAndEndThere() {
    String admin = "account:x:1";
    IntStream.range(0, 40)
        .forEach(i -> file.link(admin, LinkType.ADMINISTERS, "page:facebook:" + i));
    int ceiling = 30;

    Trace through =
        file.trace(
            CaseFile.parameters("page:facebook:1", "page:facebook:2").withDegreeCeiling(ceiling));
    Trace from =
        file.trace(CaseFile.parameters(admin, "page:facebook:2").withDegreeCeiling(ceiling));
    Trace to = file.trace(CaseFile.parameters("page:facebook:2", admin).withDegreeCeiling(ceiling));

    assertThat(through.chains()).isEmpty();
    assertThat(through.skippedHubs()).extracting(SkippedHub::degree).containsExactly(40);
    assertThat(from.chains()).hasSize(1);
    assertThat(to.chains()).hasSize(1);
  }

  /** An outlet is read whatever its degree, and so is who imitates it. */
  @Test
  void shouldLeaveAVictimAloneThatIsAHub() {
    String victim = "outlet:gb:the-times";
    file.link(SITE, LinkType.IMPERSONATES, victim).uses("tracker/ga", "UA-1", SITE, victim);
    file.uses("registration/email", "one@example.org", "account:x:1", SITE);
    for (int i = 0; i < 4; i++) {
      file.uses("tracker/ga", "UA-other-" + i, victim);
    }
    TraceParameters parameters = CaseFile.parameters("account:x:1", victim);

    assertThat(file.trace(parameters.withDegreeCeiling(3)).chains()).isEmpty();
  }

  @Test
  void shouldLeaveTheVictimOfAnImpersonationAlone() {
    String victim = "outlet:gb:the-times";
    file.link(victim, LinkType.PUBLISHES_ON, NEWS).link(SITE, LinkType.IMPERSONATES, victim);
    file.uses("tracker/ga", "UA-1", SITE, NEWS).uses("hosting/dom", "page", SITE, NEWS);

    assertThat(file.trace(SITE, victim).chains()).isEmpty();
    assertThat(file.pair(SITE, NEWS).evidence())
        .extracting(each -> each.weight().leftOut())
        .containsOnly("anyone can copy it, and the one impersonates the other");

    file.uses("registration/email", "one@example.org", SITE, NEWS);
    assertThat(file.trace(SITE, victim).chains()).hasSize(1);
  }

  @Test
  void shouldNotTakeACopiedTrackerOnALookAlikeHostForEvidence() {
    String site = "domain:theatlatnic.com";
    String copied = "domain:theatlantic.com";
    file.uses("tracker/ga", "UA-1", site, copied);
    assertThat(file.trace(site, copied).chains()).hasSize(1);

    file.link("outlet:us:the-atlantic", LinkType.PUBLISHES_ON, copied);
    assertThat(file.trace(site, copied).chains()).isEmpty();
    assertThat(file.trace(copied, site).chains()).isEmpty();
  }

  @Test
  void shouldNotChainTheSameLabelUnderAnotherSuffix() {
    file.uses("template/cms", "wordpress", "domain:spiegel.de", "domain:spiegel.ltd");

    Trace trace = file.trace("domain:spiegel.ltd", "domain:spiegel.de");

    assertThat(trace.chains()).isEmpty();
  }

  @Test
  void shouldSetNoiseToNothingAndSaySo() {
    file.uses("hosting/ip", "192.0.2.1", SITE, NEWS)
        .attribute("indicator:hosting/ip:192.0.2.1", Attribute.NOISE, "a list of CDN addresses")
        .attribute("indicator:hosting/ip:192.0.2.1", Attribute.EXTERNAL_COUNT, 2L);

    assertThat(file.pair(SITE, NEWS).evidence().get(0).weight())
        .satisfies(
            weight -> {
              assertThat(weight.likelihoodRatio()).isEqualTo(1);
              assertThat(weight.leftOut()).isEqualTo("it is noise: a list of CDN addresses");
            });
  }

  @Test
  void shouldNotJoinTwoBlogsOfOnePlatform() {
    for (String blog : List.of("domain:one.blog.example", "domain:two.blog.example")) {
      file.link(blog, LinkType.SUBDOMAIN_OF, "domain:blog.example");
    }
    assertThat(onlyScore("domain:one.blog.example", "domain:two.blog.example")).isPositive();

    file.attribute("domain:blog.example", Attribute.PLATFORM_HOST, true);
    assertThat(file.trace("domain:one.blog.example", "domain:two.blog.example").chains()).isEmpty();
  }

  @Test
  void shouldTakeADeclarationForEvidenceOnlyWhenBothSidesMakeIt() {
    file.link(SITE, LinkType.DECLARES, NEWS);
    assertThat(file.pair(SITE, NEWS).evidence())
        .extracting(each -> each.weight().leftOut())
        .containsExactly("only one side declares it");

    file.link(NEWS, LinkType.DECLARES, SITE);
    assertThat(file.pair(SITE, NEWS).lambda()).isCloseTo(Math.log10(600), within(1e-12));
    assertThat(file.pair(SITE, NEWS).sentence())
        .startsWith("site.example and news.example each declare the other as theirs");
  }

  @Test
  void shouldTakeAnAdmissionFromOneSide() {
    file.source("source:report", "A1");
    file.reported(NEWS, LinkType.DECLARES, SITE, "source:report", "declaration/admission");
    assertThat(onlyChain().hops().get(0).lambda()).isCloseTo(3, within(1e-12));
  }

  @Test
  void shouldNotTakeSympathisersForEvidence() {
    file.link("account:x:1", LinkType.LINKS_TO, NEWS)
        .link("account:x:1", LinkType.AMPLIFIES, "account:x:2")
        .link("account:x:1", LinkType.TARGETS, NEWS)
        .link("org:studio", LinkType.SUPPLIES, NEWS)
        .link("org:studio", LinkType.SUPPLIES, "account:x:1");

    Trace trace = file.trace("account:x:1", NEWS);

    assertThat(trace.chains()).isEmpty();
    assertThat(trace.leads()).isEmpty();
  }

  @Test
  void shouldKnowWhoseASiteWasWhenTheEvidenceWasSeen() {
    String outlet = "outlet:ir:gone";
    file.link(
        outlet,
        LinkType.PUBLISHES_ON,
        NEWS,
        CaseFile.DEFAULT,
        Basis.OBSERVED,
        null,
        "2010",
        "2014-06");
    use(SITE, "2018-01-01", "2018-12-31");
    use(NEWS, "2018-01-01", "2018-12-31");
    assertThat(file.trace(SITE, outlet).chains()).isEmpty();
    assertThat(file.trace(outlet, SITE).chains()).isEmpty();
    assertThat(file.trace(SITE, NEWS).chains()).hasSize(1);

    use(NEWS, "2013-01-01", null);
    Chain chain = file.trace(SITE, outlet).chains().get(0);
    assertThat(chain.assumptions())
        .singleElement()
        .satisfies(tie -> assertThat(tie.asset()).isEqualTo(new EntityId(NEWS)));
  }

  private void use(String asset, String first, String last) {
    String source = "source:scan-" + asset.substring(7) + first;
    file.source(source, "A1");
    file.link(
        asset,
        LinkType.USES,
        "indicator:tracker/ga:UA-1",
        source,
        Basis.OBSERVED,
        null,
        first,
        last);
  }

  private void share(String kind, String value, int assets) {
    file.uses(kind, value, SITE, NEWS);
    IntStream.range(2, assets).forEach(i -> file.uses(kind, value, "domain:s" + i + ".example"));
  }

  private Chain onlyChain() {
    List<Chain> chains = file.trace(SITE, NEWS).chains();
    assertThat(chains).hasSize(1);
    return chains.get(0);
  }

  private double onlyScore(String from, String to) {
    List<Chain> chains = file.trace(from, to).chains();
    assertThat(chains).hasSize(1);
    return chains.get(0).score();
  }

  private Hop onlyLead() {
    Trace trace = file.trace(SITE, NEWS);
    assertThat(trace.chains()).isEmpty();
    assertThat(trace.leads()).hasSize(1);
    return trace.leads().get(0);
  }
}
