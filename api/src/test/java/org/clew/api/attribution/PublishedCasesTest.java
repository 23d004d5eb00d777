package org.clew.api.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.clew.loader.ingest.FileIngest;
import org.clew.loader.ingest.IngestResult;
import org.clew.loader.ingest.ReadOptions;
import org.clew.model.attribution.Attribution;
import org.clew.model.attribution.AttributionInputs;
import org.clew.model.attribution.AttributionParameters;
import org.clew.model.attribution.Attributor;
import org.clew.model.attribution.CandidateFinding;
import org.clew.model.attribution.Carrier;
import org.clew.model.attribution.Conclusion;
import org.clew.model.attribution.Confidence;
import org.clew.model.attribution.Likelihood;
import org.clew.model.attribution.OriginFinding;
import org.clew.model.attribution.Relation;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;
import org.clew.model.trace.EvidenceGraphs;
import org.clew.model.trace.TraceParameters;
import org.junit.jupiter.api.Test;

/** The right answer, and the right stopping point, from what was published about each case. */
class PublishedCasesTest {
  private static final TraceParameters ALL = AttributionParameters.DEFAULTS.search();
  private static final EntityId FIREEYE = EntityId.source("fireeye-2018-08-21");
  private static final String PRESS_TV = "outlet:ir:press-tv";
  private static final String IRIB = "org:ir:islamic-republic-of-iran-broadcasting-irib";
  private static final String IUVM = "org:ir:international-union-of-virtual-media";
  private static final String SPUTNIK = "outlet:ru:sputnik";

  @Test
  void shouldFindIranAndNoOutletFromFireEyesFactsAlone() {
    Attribution lfp =
        attribute(
            "liberty-front-press",
            ALL.withTrust(Set.of(FIREEYE)).withAsOf(LocalDate.of(2018, 8, 21)));

    OriginFinding iran = origin(lfp);
    assertThat(iran.verdict().relation()).isEqualTo(Relation.ORIGINATES_IN);
    assertThat(iran.verdict().confidence()).isEqualTo(Confidence.MODERATE);
    // 2.575 + (2.575 + .783) / 4 = 3.414; p = 10^1.414 / (1 + 10^1.414)
    assertThat(iran.assessment().score().value()).isCloseTo(0.963, within(0.0005));
    assertThat(iran.assessment().weakest()).isCloseTo(0.855, within(0.0005));
    assertThat(lfp.candidates()).isEmpty();
  }

  @Test
  void shouldStopAtLowForPressTvAndIribWithThePlatformsStatements() {
    Attribution lfp = attribute("liberty-front-press", ALL);

    assertThat(origin(lfp).verdict().confidence()).isEqualTo(Confidence.MODERATE);
    CandidateFinding pressTv = find(lfp, PRESS_TV);
    assertThat(pressTv.verdict().relation()).isEqualTo(Relation.NONE);
    assertThat(pressTv.verdict().confidence()).isEqualTo(Confidence.LOW);
    assertThat(pressTv.verdict().likelihood()).isEqualTo(Likelihood.VERY_LIKELY);
    assertThat(pressTv.verdict().because())
        .contains(
            "All of it is reported and comes from one root, source:fireeye-2018-08-21; no"
                + " identifier was published that anyone could look up.",
            "That is a linked member, Quest 4 Truth, and not a linked cluster.");
    assertThat(pressTv.control().chains()).hasSize(1);
    CandidateFinding irib = find(lfp, IRIB);
    assertThat(irib.verdict().confidence()).isLessThanOrEqualTo(Confidence.MODERATE);
    assertThat(irib.control().linkedMembers()).isEqualTo(2);
    assertThat(irib.control().score().value()).isCloseTo(0.947, within(0.0005));
    assertThat(irib.control().carriedBy().get(0).part()).isEqualTo(Carrier.Part.ROOT);
  }

  @Test
  void shouldNotImplicateTheOtherOutletsOfAnOwner() {
    Attribution lfp = attribute("liberty-front-press", ALL);

    assertThat(lfp.candidates())
        .extracting(each -> each.candidate().id().value())
        .containsExactlyInAnyOrder(
            PRESS_TV, IRIB, IUVM, "org:ir:islamic-revolutionary-guard-corps");
    assertThat(lfp.candidates()).allMatch(each -> each.verdict().confidence() == Confidence.LOW);
  }

  @Test
  void shouldNotTakeAttributorsWhoTippedEachOtherForIndependent() {
    Attribution lfp = attribute("liberty-front-press", ALL);

    assertThat(lfp.subject().conclusions()).hasSize(3);
    assertThat(lfp.subject().conclusionRoots())
        .containsExactly(EntityId.source("citizenlab-2019-05-14"), FIREEYE);
  }

  @Test
  void shouldFindNobodyBehindEndlessMayflyIn2019() {
    Attribution mayfly = attribute("endless-mayfly", ALL.withAsOf(LocalDate.of(2019, 12, 31)));

    assertThat(mayfly.candidates()).isEmpty();
    assertThat(mayfly.origins()).isEmpty();
    assertThat(mayfly.subject().conclusions())
        .extracting(Conclusion::statement)
        .containsExactly("Iran-aligned (Citizen Lab)");
  }

  @Test
  void shouldStopAtLowForWhatMetaReportedIn2025() {
    Attribution mayfly = attribute("endless-mayfly", ALL);

    assertThat(mayfly.candidates()).hasSize(1);
    CandidateFinding iuvm = find(mayfly, IUVM);
    assertThat(iuvm.verdict().confidence()).isEqualTo(Confidence.LOW);
    assertThat(iuvm.candidate().state()).isEqualTo("IR");
    assertThat(iuvm.control().carriedBy().get(0).fact())
        .isEqualTo("that International Union of Virtual Media (IUVM) operates indepnedent.co");
  }

  @Test
  void shouldFindSputnikThroughStaffAndAdmissions() {
    Attribution sputnik = attribute("sputnik-2019", ALL);

    CandidateFinding found = find(sputnik, SPUTNIK);
    assertThat(found.verdict().relation()).isEqualTo(Relation.STATE_LINKED);
    assertThat(found.verdict().confidence()).isGreaterThanOrEqualTo(Confidence.MODERATE);
    assertThat(found.control().families()).containsExactly("declaration", "organisation");
    assertThat(found.control().independentChains()).isEqualTo(3);
    assertThat(sputnik.candidates())
        .extracting(each -> each.candidate().id().value())
        .containsExactlyInAnyOrder(SPUTNIK, "org:ru:rossiya-segodnya");
  }

  @Test
  void shouldKeepTheUkrainianNetworkOfTheSameDayApart() {
    Attribution ukraine = attribute("sputnik-2019", "cluster:case:facebook-ukraine-2019", ALL);

    assertThat(ukraine.candidates()).isEmpty();
    assertThat(ukraine.origins()).isEmpty();
  }

  @Test
  void shouldNameNoSponsorOfFireEyesPersonas() {
    Attribution personas = attribute("fireeye-2019-personas", ALL);

    assertThat(personas.candidates()).isEmpty();
    assertThat(origin(personas).verdict().confidence()).isEqualTo(Confidence.LOW);
    assertThat(origin(personas).verdict().relation()).isEqualTo(Relation.NONE);
    assertThat(personas.subject().members())
        .extracting(member -> member.id().value())
        .containsExactly("account:x:case-fireeye-2019-persona-1");
    assertThat(origin(personas).evidence()).hasSize(1);
  }

  @Test
  void shouldStopAtModerateWhereEverythingCouldBeCopied() {
    Attribution site = attribute("katehon-tsargrad", "domain:novorosinform.org", ALL);

    CandidateFinding tsargrad = find(site, "outlet:ru:tsargrad-tv");
    assertThat(tsargrad.verdict().relation()).isEqualTo(Relation.LINKED_TO_CAPTURED);
    assertThat(tsargrad.verdict().confidence()).isEqualTo(Confidence.MODERATE);
    assertThat(tsargrad.control().score().value()).isCloseTo(0.9926, within(0.00005));
    assertThat(tsargrad.verdict().because())
        .contains(
            "Nothing but what anyone can copy ties novorosinform.org and tsargrad.tv, so the"
                + " verdict is moderate at most where it needs this pair.");
  }

  private static CandidateFinding find(Attribution attribution, String candidate) {
    return attribution.candidates().stream()
        .filter(each -> each.candidate().id().value().equals(candidate))
        .findFirst()
        .orElseThrow();
  }

  private static OriginFinding origin(Attribution attribution) {
    assertThat(attribution.origins()).hasSize(1);
    assertThat(attribution.origins().get(0).state()).isEqualTo(EntityId.state("IR"));
    return attribution.origins().get(0);
  }

  private static Attribution attribute(String name, TraceParameters search) {
    return attribute(name, "cluster:case:" + name, search);
  }

  private static Attribution attribute(String name, String subject, TraceParameters search) {
    List<Facts> facts = new ArrayList<>();
    for (String file : List.of(name, "outlets")) {
      IngestResult read = FileIngest.read(file(file), ReadOptions.DEFAULTS);
      assertThat(read.rejects()).isEmpty();
      facts.add(read.facts());
    }
    AttributionParameters parameters = AttributionParameters.DEFAULTS.withSearch(search);
    return new Attributor(Clock.systemUTC())
        .attribute(
            EvidenceGraphs.of(facts, link -> false),
            AttributionInputs.of(facts).about(new EntityId(subject), parameters),
            null,
            parameters);
  }

  private static Path file(String name) {
    try {
      return Path.of(
          Objects.requireNonNull(
                  PublishedCasesTest.class.getResource("/org/clew/api/demo/" + name + ".yml"))
              .toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
