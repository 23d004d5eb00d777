package org.clew.model.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceParametersTest {
  private static final String SITE = "domain:site.example";
  private static final String NEWS = "domain:news.example";
  private static final TraceParameters PARAMETERS = CaseFile.parameters(SITE, NEWS);

  private final CaseFile file = new CaseFile();

  @ParameterizedTest
  @CsvSource({
    "2018-08-31,           , 2018-08-31, true",
    "2018-09-01,           , 2018-08-31, false",
    "2018,                 , 2018-08-31, false",
    "2018,                 , 2018-12-31, true",
    "          , 2017-05-01, 2018-08-31, true",
    "          , 2019-05-01, 2018-08-31, false",
    "          ,           , 2018-08-31, false",
    "2017-01-01, 2019-05-01, 2018-08-31, false",
  })
  void shouldUseOnlyWhatWasKnownThatDay(String published, String seen, String asOf, boolean known) {
    file.source("source:report", "A1", published == null ? null : new PartialDate(published));
    for (String asset : List.of(SITE, NEWS)) {
      file.link(
          asset,
          LinkType.USES,
          "indicator:tracker/ga:UA-1",
          "source:report",
          Basis.OBSERVED,
          null,
          seen,
          null);
    }

    Trace trace = file.trace(PARAMETERS.withAsOf(LocalDate.parse(asOf)));

    assertThat(trace.chains()).hasSize(known ? 1 : 0);
  }

  @Test
  void shouldUseOnlyWhatTrustedSourcesStateButKeepTheDegree() {
    file.source("source:one", "A1").source("source:two", "A1");
    share("source:one", "UA-1", SITE, NEWS);
    share("source:two", "UA-1", "domain:third.example");
    share("source:two", "UA-2", SITE, NEWS);

    Hop hop = file.pair(PARAMETERS.withTrust(Set.of(new EntityId("source:one"))), SITE, NEWS);

    assertThat(hop.evidence())
        .singleElement()
        .satisfies(each -> assertThat(each.weight().degree()).isEqualTo(3));
  }

  @ParameterizedTest
  @CsvSource({
    "indicator:tracker/ga:UA-1, 1",
    "source:one, 1",
    "domain:news.example, 0",
    "source:nobody, 2",
    "domain:nowhere.example, 2"
  })
  void shouldLeaveOutWhatIsNamed(String id, int left) {
    file.source("source:one", "A1").source("source:two", "A1");
    share("source:one", "UA-1", SITE, NEWS);
    share("source:two", "UA-2", SITE, NEWS);

    List<Chain> chains = file.trace(PARAMETERS.withWithout(Set.of(id))).chains();

    assertThat(chains).hasSize(left == 0 ? 0 : 1);
    chains.forEach(chain -> assertThat(chain.hops().get(0).evidence()).hasSize(left));
  }

  @Test
  void shouldLeaveOutOneLink() {
    share(CaseFile.DEFAULT, "UA-1", SITE, NEWS);
    Trace trace = file.trace(PARAMETERS.withWithout(Set.of(file.links.get(0).id())));
    assertThat(trace.chains()).isEmpty();
  }

  @Test
  void shouldLeaveOutWithASourceWhatOthersRepeatFromIt() {
    file.source("source:first", "A1").source("source:echo", "A1", "source:first");
    for (String asset : List.of(SITE, NEWS)) {
      file.reported(asset, LinkType.USES, "indicator:tracker/ga:UA-1", "source:echo", null);
    }
    assertThat(file.trace(PARAMETERS).chains()).hasSize(1);
    assertThat(file.trace(PARAMETERS.withWithout(Set.of("source:first"))).chains()).isEmpty();

    share("source:echo", "UA-2", SITE, NEWS);
    assertThat(file.trace(PARAMETERS.withWithout(Set.of("source:first"))).chains()).hasSize(1);
  }

  @Test
  void shouldKeepIdentityTiesUnderTrust() {
    String outlet = "outlet:ir:press-tv";
    file.source("source:matrix", "B2").source("source:scan", "A1");
    file.link(
        outlet, LinkType.PUBLISHES_ON, NEWS, "source:matrix", Basis.REPORTED, null, null, null);
    share("source:scan", "UA-1", SITE, NEWS);
    TraceParameters parameters =
        CaseFile.parameters(SITE, outlet).withTrust(Set.of(new EntityId("source:scan")));

    Chain chain = file.trace(parameters).chains().get(0);

    assertThat(chain.hops()).hasSize(1);
    assertThat(chain.assumptions())
        .singleElement()
        .satisfies(tie -> assertThat(tie.statements()).hasSize(1));
    assertThat(file.trace(parameters.withWithout(Set.of("source:matrix"))).chains()).isEmpty();
  }

  @Test
  void shouldStartNoChainFromADoubtfulMember() {
    share(CaseFile.DEFAULT, "UA-1", SITE, NEWS);
    EntityId site = new EntityId(SITE);
    List<EntityId> targets = List.of(new EntityId(NEWS));

    assertThat(file.trace(TraceParameters.of(List.of(new Member(site, 0.49)), targets)).chains())
        .isEmpty();
    assertThat(file.trace(TraceParameters.of(List.of(new Member(site, 0.5)), targets)).chains())
        .singleElement()
        .satisfies(
            chain -> assertThat(chain.score()).isEqualTo(0.5 * chain.hops().get(0).probability()));
  }

  @Test
  void shouldSayWhenTheTimeOrTheNodesWereUsedUp() {
    IntStream.range(0, 9)
        .forEach(i -> file.uses("tracker/ga", "UA-" + i, "domain:s" + i, "domain:s" + (i + 1)));
    TraceParameters far = CaseFile.parameters("domain:s0", "domain:s6");
    assertThat(file.trace(far).truncated()).isNull();
    assertThat(file.trace(far).chains()).hasSize(1);

    Trace few = file.trace(far.withNodeBudget(3));
    assertThat(few.chains()).isEmpty();
    assertThat(few.truncated())
        .isEqualTo(new Truncation("The budget of 3 nodes was used up. Better chains may exist."));

    Trace late =
        new Tracer(EvidenceKinds.builtIn(), new Ticking())
            .trace(file.graph(), far.withTimeBudget(Duration.ofSeconds(3)));
    assertThat(late.truncated())
        .isEqualTo(new Truncation("The time of 3000 ms was used up. Better chains may exist."));
  }

  @Test
  void shouldFindNothingAboutEntitiesWithoutEvidence() {
    Trace trace = file.trace(SITE, NEWS);
    assertThat(trace.chains()).isEmpty();
    assertThat(trace.truncated()).isNull();
  }

  @Test
  void shouldRefuseParametersWithoutMeaning() {
    assertThatThrownBy(() -> PARAMETERS.withHops(0)).isInstanceOf(ClewException.class);
    assertThatThrownBy(() -> PARAMETERS.withTop(0)).isInstanceOf(ClewException.class);
    assertThatThrownBy(() -> PARAMETERS.withLeads(-1)).isInstanceOf(ClewException.class);
  }

  private void share(String source, String value, String... assets) {
    for (String asset : assets) {
      file.link(
          asset,
          LinkType.USES,
          "indicator:tracker/ga:" + value,
          source,
          Basis.OBSERVED,
          null,
          null,
          null);
    }
  }

  /** A clock on which every look takes a second. */
  private static final class Ticking extends Clock {
    private Instant now = Instant.EPOCH;

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      now = now.plusSeconds(1);
      return now;
    }
  }
}
