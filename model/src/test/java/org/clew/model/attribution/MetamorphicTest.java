package org.clew.model.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.clew.model.attribution.CaseBuilder.NEWS;
import static org.clew.model.attribution.CaseBuilder.OUTLET;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Source;

class MetamorphicTest {
  private static final List<String> KINDS =
      List.of("tracker/ga", "registration/email", "tls/certificate", "payment/wallet");
  private static final double ROUNDING = 1e-9;

  @Property(tries = 150)
  void shouldNeverScoreHigherWithoutSomethingAndMatchWhatItsCarriersSay(@ForAll long seed) {
    CaseBuilder file = randomCase(new Random(seed));
    Attribution all = file.attribute();

    for (CandidateFinding finding : all.candidates()) {
      String candidate = finding.candidate().id().value();
      assertThat(finding.control().weakest())
          .isLessThanOrEqualTo(finding.control().score().value());
      for (Carrier carrier : finding.control().carriedBy()) {
        if (carrier.part() == Carrier.Part.INDICATOR || carrier.part() == Carrier.Part.RELATION) {
          Set<String> ids = Set.copyOf(carrier.ids());
          double without =
              CaseBuilder.score(file.attribute(search -> search.withWithout(ids)), candidate);
          assertThat(without).isLessThanOrEqualTo(finding.control().score().value() + ROUNDING);
          if (carrier.part() == Carrier.Part.INDICATOR) {
            assertThat(without).isCloseTo(carrier.scoreWithout(), within(1e-6));
          }
        }
      }
    }
  }

  @Property(tries = 150)
  void shouldNeverScoreLowerWithMoreEvidenceThatRaisesNoDegree(@ForAll long seed) {
    Random random = new Random(seed);
    CaseBuilder file = randomCase(random);
    double before = CaseBuilder.score(file.attribute(), OUTLET);

    Link known = file.links.get(random.nextInt(file.links.size()));
    file.source("source:more", "A1");
    file.link(
        known.from().value(),
        known.type(),
        known.to().value(),
        "source:more",
        Basis.OBSERVED,
        known.evidenceKind());
    file.uses("registration/phone", "new", asset(random), asset(random));

    assertThat(CaseBuilder.score(file.attribute(), OUTLET))
        .isGreaterThanOrEqualTo(before - ROUNDING);
  }

  @Property(tries = 100)
  void shouldNotChangeWhenASourceIsSplitInTwoCopiesOfOneRoot(@ForAll long seed) {
    CaseBuilder file = randomCase(new Random(seed));
    List<CandidateFinding> before = file.attribute().candidates();

    for (Source source : List.copyOf(file.sources.values())) {
      String copy = source.id().value() + "-copy";
      file.source(copy, source.grade().toString(), source.id().value());
      for (Link link : List.copyOf(file.links)) {
        if (link.source().equals(source.id()) && link.type() != LinkType.IN_CLUSTER) {
          file.link(
              link.from().value(),
              link.type(),
              link.to().value(),
              copy,
              link.basis(),
              link.evidenceKind());
        }
      }
    }

    assertThat(numbers(file.attribute().candidates())).isEqualTo(numbers(before));
  }

  @Property(tries = 100)
  void shouldNotChangeByUnrelatedEntities(@ForAll long seed) {
    CaseBuilder file = randomCase(new Random(seed));
    List<CandidateFinding> before = file.attribute().candidates();

    file.uses("tracker/ga", "elsewhere", "domain:a.elsewhere", "domain:b.elsewhere");
    file.outlet("outlet:xx:elsewhere", "XX", "state-controlled");
    file.link("outlet:xx:elsewhere", LinkType.PUBLISHES_ON, "domain:a.elsewhere");

    assertThat(file.attribute().candidates()).isEqualTo(before);
  }

  private static List<String> numbers(List<CandidateFinding> findings) {
    List<String> numbers = new ArrayList<>();
    for (CandidateFinding each : findings) {
      numbers.add(
          String.format(
              "%s %.9f %.9f %s %d",
              each.candidate().id(),
              each.control().score().value(),
              each.control().weakest(),
              each.verdict().confidence(),
              each.control().independentChains()));
    }
    return numbers;
  }

  static CaseBuilder randomCase(Random random) {
    CaseBuilder file = new CaseBuilder();
    file.source("source:a", "A2").source("source:b", "B2", "source:a").source("source:c", "B2");
    file.members("domain:s0.example", "domain:s1.example");
    file.outlet("outlet:ru:two", "RU", "captured");
    file.link("outlet:ru:two", LinkType.PUBLISHES_ON, "domain:s5.example");
    int indicators = 3 + random.nextInt(8);
    for (int i = 0; i < indicators; i++) {
      String kind = KINDS.get(random.nextInt(KINDS.size()));
      file.uses(kind, "i" + i, asset(random), asset(random));
    }
    for (String source : List.of("source:a", "source:b", "source:c")) {
      if (random.nextBoolean()) {
        EntityId to = new EntityId(asset(random));
        file.reported(OUTLET, LinkType.OPERATES, to.value(), source, "platform/statement");
      }
    }
    return file;
  }

  private static String asset(Random random) {
    int number = random.nextInt(7);
    return number == 6 ? NEWS : "domain:s" + number + ".example";
  }
}
