package org.clew.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.model.entity.Attribute;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.Test;

/** Chains through an asset that changed hands. */
class TenuresTest {
  private static final String NOW = "domain:now.example";
  private static final String BETWEEN = "domain:between.example";
  private static final String THEN = "domain:then.example";

  private final CaseFile file = new CaseFile();

  private TenuresTest use(String asset, String trait, String first, String last) {
    return link(asset, LinkType.USES, "indicator:" + trait, first, last);
  }

  private TenuresTest link(String from, LinkType type, String to, String first, String last) {
    file.link(from, type, to, CaseFile.DEFAULT, Basis.OBSERVED, null, first, last);
    return this;
  }

  private TenuresTest registeredAnew() {
    return use(THEN, "registration/email:old", "2008", "2020")
        .use(BETWEEN, "registration/email:old", "2009", "2013")
        .use(BETWEEN, "registration/email:new", "2016", "2020")
        .use(NOW, "registration/email:new", "2016", "2020");
  }

  private int chains() {
    int one = file.trace(NOW, THEN).chains().size();
    assertThat(file.trace(THEN, NOW).chains()).hasSize(one);
    return one;
  }

  @Test
  void shouldNotChainThroughADomainThatSomebodyElseRegisteredAnew() {
    registeredAnew();

    assertThat(chains()).isZero();
    assertThat(file.trace(NOW, BETWEEN).chains()).hasSize(1);
    assertThat(file.trace(BETWEEN, THEN).chains()).hasSize(1);
  }

  @Test
  void shouldNotChainOtherTraitsOfTheTwoTimesEither() {
    use(THEN, "tracker/ga:UA-1", "2010", "2012")
        .use(BETWEEN, "tracker/ga:UA-1", "2010", "2012")
        .use(BETWEEN, "tracker/ga:UA-2", "2017", "2019")
        .use(NOW, "tracker/ga:UA-2", "2017", "2019");
    assertThat(chains()).as("two sightings of one owner").isOne();

    use(BETWEEN, "registration/name:Old", "2009", "2013")
        .use(BETWEEN, "registration/name:New", "2016", null);
    assertThat(chains()).isZero();
  }

  @Test
  void shouldChainWhereSomeRegistrantStayed() {
    registeredAnew().use(BETWEEN, "registration/org:Firm", "2009", "2020");

    assertThat(chains()).isOne();
  }

  @Test
  void shouldChainWhereTheEvidenceReachesOverTheChange() {
    registeredAnew().use(NOW, "tracker/ga:UA-1", "2012", "2017");
    use(BETWEEN, "tracker/ga:UA-1", "2012", "2017");

    assertThat(chains()).isOne();
  }

  @Test
  void shouldTakeNothingForChangedWhereDatesAreMissing() {
    use(THEN, "registration/email:old", null, null)
        .use(BETWEEN, "registration/email:old", null, null)
        .use(BETWEEN, "registration/email:new", "2016", "2020")
        .use(NOW, "registration/email:new", "2016", "2020");

    assertThat(chains()).isOne();
  }

  @Test
  void shouldNotTakeAPrivacyServiceForAnOwner() {
    use(THEN, "tracker/ga:UA-1", "2010", "2012")
        .use(BETWEEN, "tracker/ga:UA-1", "2010", "2012")
        .use(BETWEEN, "tracker/ga:UA-2", "2017", "2019")
        .use(NOW, "tracker/ga:UA-2", "2017", "2019")
        .use(BETWEEN, "registration/name:Old", "2009", "2013")
        .use(BETWEEN, "registration/name:Privacy", "2016", null);
    file.attribute("indicator:registration/name:Privacy", Attribute.NOISE, "privacy service");

    assertThat(chains()).isOne();
  }

  @Test
  void shouldNotChainAFormerOwnerWithWhatTheBuyerDid() {
    link("org:seller", LinkType.OWNS, BETWEEN, "2005", "2015")
        .use(BETWEEN, "tracker/ga:UA-2", "2017", "2019")
        .use(NOW, "tracker/ga:UA-2", "2017", "2019");
    assertThat(file.trace(NOW, "org:seller").chains()).isEmpty();

    use(BETWEEN, "payment/wallet:w", "2014", "2019").use(NOW, "payment/wallet:w", "2014", "2019");
    assertThat(file.trace(NOW, "org:seller").chains()).hasSize(1);
  }

  /** An operator stays who it is, whenever it was seen with what. */
  @Test
  void shouldChainThroughAnOwnerAtAnyTime() {
    link("org:owner", LinkType.OWNS, THEN, "2005", "2010")
        .link("org:owner", LinkType.OWNS, NOW, "2015", "2020");

    assertThat(chains()).isOne();
  }
}
