package org.clew.model.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.clew.model.attribution.CaseBuilder.CLUSTER;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.trace.Chain;
import org.clew.model.trace.Hop;
import org.clew.model.trace.HopEvidence;

/** Every number of a result, computed again by hand from what the result shows. */
class RecomputeTest {
  @Property(tries = 100)
  void shouldShowAllThatItsNumbersComeFrom(@ForAll long seed) {
    Attribution attribution = MetamorphicTest.randomCase(new Random(seed)).attribute();

    for (CandidateFinding finding : attribution.candidates()) {
      Assessment control = finding.control();
      control.pairs().forEach(RecomputeTest::checkPair);
      for (Chain chain : control.chains()) {
        double product = chain.member().probability();
        for (Hop hop : chain.hops()) {
          product *= hop.probability();
        }
        assertThat(chain.score()).isCloseTo(product, within(1e-12));
      }
      if (control.pairs().size() <= 14) {
        assertThat(control.score().value()).isCloseTo(byHand(finding), within(1e-9));
      }
    }
  }

  private static void checkPair(Hop hop) {
    Map<String, DoubleStream.Builder> families = new TreeMap<>();
    for (HopEvidence each : hop.evidence()) {
      WeighedEvidence weight = each.weight();
      if (weight.counted()) {
        double ratio =
            Math.max(1, weight.kind().c() / Math.pow(weight.degree() - 1.0, weight.kind().w()));
        double tau = Math.pow(2, -weight.gapDays() / weight.kind().halfLifeDays());
        double weighed = 1 + weight.grade().quality() * tau * (ratio - 1);
        assertThat(weight.weight()).isCloseTo(weighed, within(1e-9));
        families
            .computeIfAbsent(weight.kind().family(), key -> DoubleStream.builder())
            .add(Math.log10(weighed));
      }
    }
    double lambda = 0;
    for (DoubleStream.Builder family : families.values()) {
      double[] logs = family.build().sorted().toArray();
      double strongest = logs[logs.length - 1];
      double rest = DoubleStream.of(logs).sum() - strongest;
      lambda += strongest + Math.min(0.25 * rest, 0.5 * strongest);
    }
    double odds = 0.01 * Math.pow(10, lambda);
    assertThat(hop.lambda()).isCloseTo(lambda, within(1e-9));
    assertThat(hop.probability()).isCloseTo(odds / (1 + odds), within(1e-9));
  }

  /** The sum over all ways in which the pairs hold or fail. */
  private static double byHand(CandidateFinding finding) {
    List<Hop> pairs = finding.control().pairs();
    double sum = 0;
    for (int state = 0; state < 1 << pairs.size(); state++) {
      Map<String, String> group = new HashMap<>();
      double probability = 1;
      for (Chain chain : finding.control().chains()) {
        join(group, CLUSTER, chain.member().id().value());
        String end =
            chain.hops().isEmpty()
                ? chain.member().id().value()
                : chain.hops().get(chain.hops().size() - 1).to().value();
        join(group, end, finding.candidate().id().value());
      }
      for (int i = 0; i < pairs.size(); i++) {
        boolean holds = (state >> i & 1) == 1;
        double p = pairs.get(i).probability();
        probability *= holds ? p : 1 - p;
        if (holds) {
          join(group, pairs.get(i).from().value(), pairs.get(i).to().value());
        }
      }
      boolean joined = find(group, CLUSTER).equals(find(group, finding.candidate().id().value()));
      sum += joined ? probability : 0;
    }
    return sum;
  }

  private static void join(Map<String, String> group, String a, String b) {
    group.put(find(group, a), find(group, b));
  }

  private static String find(Map<String, String> group, String id) {
    String at = id;
    while (!group.getOrDefault(at, at).equals(at)) {
      at = group.getOrDefault(at, at);
    }
    return at;
  }
}
