package org.clew.model.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.clew.model.attribution.CaseBuilder.DEFAULT;
import static org.clew.model.attribution.CaseBuilder.NEWS;

import java.util.List;
import java.util.Set;
import org.clew.model.links.LinkType;
import org.clew.model.trace.Chain;
import org.clew.model.trace.Hop;
import org.junit.jupiter.api.Test;

/**
 * A domain that lapsed and was registered anew joins nothing across, in no sum of chains either.
 */
class ChangeOfHandsTest {
  private static final String SITE = "domain:site.example";
  private static final String LAPSED = "domain:lapsed.example";
  private static final String BEFORE = "domain:before.example";
  private static final String AFTER = "domain:after.example";
  private static final String WALLET = "indicator:payment/wallet:w";

  private final CaseBuilder file = new CaseBuilder().source("source:weak", "C3").members(SITE);

  ChangeOfHandsTest() {
    use(LAPSED, "registration/email:old", DEFAULT, "2009", "2013");
    use(LAPSED, "registration/email:new", DEFAULT, "2016", "2020");
  }

  private void use(String asset, String trait, String source, String first, String last) {
    file.between(asset, LinkType.USES, "indicator:" + trait, source, first, last);
  }

  private void share(
      String one, String other, String trait, String source, String first, String last) {
    use(one, trait, source, first, last);
    use(other, trait, source, first, last);
  }

  /**
   * Strong pairs of two weak chains meet in the domain, the one before it lapsed, the other after.
   */
  @Test
  void shouldNotScoreAWayOverTwoChainsThatMeetAcrossTheChange() {
    share(SITE, LAPSED, "tracker/ga:UA-1", DEFAULT, "2010", "2012");
    share(LAPSED, BEFORE, "tracker/ga:UA-2", DEFAULT, "2010", "2012");
    share(BEFORE, NEWS, "tls/certificate:c1", "source:weak", "2010", "2012");
    share(SITE, AFTER, "tls/certificate:c2", "source:weak", "2017", "2019");
    share(AFTER, LAPSED, "tracker/ga:UA-3", DEFAULT, "2017", "2019");
    share(LAPSED, NEWS, "tracker/ga:UA-4", DEFAULT, "2017", "2019");

    Assessment control = file.finding().control();

    assertThat(control.chains()).hasSize(2);
    double neither =
        control.chains().stream().mapToDouble(each -> 1 - each.score()).reduce(1, (a, b) -> a * b);
    assertThat(control.score().value()).isCloseTo(1 - neither, within(1e-9));
    assertThat(control.weakest()).isCloseTo(least(control.chains()), within(1e-9));
  }

  private static double least(List<Chain> chains) {
    return chains.stream().mapToDouble(Chain::score).min().orElseThrow();
  }

  /** Without the wallet nothing of the old owner's time reaches into the new one's. */
  @Test
  void shouldCountTheEvidenceThatReachesOverTheChangeAsWhatCarriesTheChain() {
    share(SITE, LAPSED, "tracker/ga:UA-1", DEFAULT, "2010", "2012");
    share(SITE, LAPSED, "payment/wallet:w", DEFAULT, "2011", "2018");
    share(LAPSED, NEWS, "tracker/ga:UA-4", DEFAULT, "2017", "2019");
    share(LAPSED, NEWS, "tracker/adsense:p", DEFAULT, "2017", "2019");

    Assessment control = file.finding().control();

    assertThat(control.score().value()).isGreaterThan(.9);
    assertThat(control.carriedBy())
        .anySatisfy(
            each -> {
              assertThat(each.ids()).containsExactly(WALLET);
              assertThat(each.scoreWithout()).isZero();
            });
    assertThat(control.weakest()).isZero();
    assertThat(file.attribute(search -> search.withWithout(Set.of(WALLET))).candidates()).isEmpty();
  }

  @Test
  void shouldScoreOtherChainsAsBefore() {
    share(SITE, BEFORE, "tracker/ga:UA-1", DEFAULT, "2017", "2019");
    share(BEFORE, LAPSED, "tracker/ga:UA-2", DEFAULT, "2017", "2019");
    share(SITE, LAPSED, "tracker/ga:UA-3", DEFAULT, "2017", "2019");
    share(LAPSED, NEWS, "tracker/ga:UA-4", DEFAULT, "2017", "2019");

    Assessment control = file.finding().control();

    List<Double> p = control.pairs().stream().map(Hop::probability).toList();
    assertThat(p).hasSize(4);
    double direct = p.get(0);
    assertThat(control.score().value())
        .isCloseTo(direct * (1 - (1 - direct) * (1 - direct * direct)), within(1e-9));
  }

  /** Only the pair of the old owner's time divides it; no chain of four hops is looked for. */
  @Test
  void shouldScoreEveryWayOnceWhatIsTakenAwayLeavesNoDivision() {
    String old = "domain:old.example";
    share(SITE, LAPSED, "tracker/ga:UA-1", DEFAULT, "2017", "2019");
    share(SITE, BEFORE, "tracker/ga:UA-2", DEFAULT, "2017", "2019");
    share(BEFORE, LAPSED, "tracker/ga:UA-3", DEFAULT, "2017", "2019");
    share(LAPSED, AFTER, "tracker/ga:UA-4", DEFAULT, "2017", "2019");
    share(AFTER, NEWS, "tracker/ga:UA-5", DEFAULT, "2017", "2019");
    share(LAPSED, NEWS, "tracker/ga:UA-6", DEFAULT, "2010", "2019");
    share(SITE, old, "tracker/ga:UA-7", DEFAULT, "2010", "2012");
    share(old, LAPSED, "tracker/ga:UA-8", DEFAULT, "2010", "2012");

    Assessment control =
        CaseBuilder.finding(file.attribute(search -> search.withHops(3)), CaseBuilder.OUTLET)
            .control();

    assertThat(control.chains()).hasSize(4);
    double p = control.pairs().get(0).probability();
    assertThat(control.pairs()).allSatisfy(pair -> assertThat(pair.probability()).isEqualTo(p));
    double across = 1 - (1 - p) * (1 - p * p);
    assertThat(control.carriedBy())
        .anySatisfy(
            each -> {
              assertThat(each.ids()).containsExactly("indicator:tracker/ga:UA-8");
              assertThat(each.scoreWithout()).isCloseTo(across * across, within(1e-9));
            });
    assertThat(control.carriedBy())
        .allSatisfy(
            each -> assertThat(each.scoreWithout()).isLessThanOrEqualTo(control.score().value()));
  }
}
