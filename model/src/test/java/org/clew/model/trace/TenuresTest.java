package org.clew.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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

  /** By the rule itself: one of a kind was gone, another had come, and nobody stayed. */
  @Property(tries = 300)
  void shouldFindAChangeAmongAnyRegistrants(@ForAll long seed) {
    Random random = new Random(seed);
    CaseFile any = new CaseFile();
    List<String> kinds = List.of("email", "name");
    List<Registrant> registrants = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      int first = 2000 + random.nextInt(10);
      int last = first + random.nextInt(4);
      Registrant each = new Registrant(kinds.get(random.nextInt(2)), first, last);
      registrants.add(each);
      dated(any, BETWEEN, "registration/" + each.kind + ":" + i, first, last);
    }
    int seen = 2000 + random.nextInt(10);
    int later = seen + 1 + random.nextInt(8);
    for (String asset : List.of(THEN, BETWEEN)) {
      dated(any, asset, "tracker/ga:UA-1", seen, seen);
    }
    for (String asset : List.of(BETWEEN, NOW)) {
      dated(any, asset, "tracker/ga:UA-2", later, later);
    }

    boolean changed =
        registrants.stream()
            .anyMatch(
                old ->
                    registrants.stream()
                        .anyMatch(
                            fresh ->
                                old.kind.equals(fresh.kind)
                                    && old.last < fresh.first
                                    && seen < fresh.first
                                    && later > old.last
                                    && registrants.stream()
                                        .noneMatch(
                                            each ->
                                                each.first <= old.last
                                                    && each.last >= fresh.first)));
    assertThat(any.trace(NOW, THEN).chains()).hasSize(changed ? 0 : 1);
  }

  private record Registrant(String kind, int first, int last) {}

  private static void dated(CaseFile file, String asset, String trait, int first, int last) {
    file.link(
        asset,
        LinkType.USES,
        "indicator:" + trait,
        CaseFile.DEFAULT,
        Basis.OBSERVED,
        null,
        String.valueOf(first),
        String.valueOf(last));
  }
}
