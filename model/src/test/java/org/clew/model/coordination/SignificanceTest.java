package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignificanceTest {
  private static final int BIN = 50;

  @Property(tries = 200)
  void shouldComputeLambdaAsDefined(@ForAll int seed, @ForAll @IntRange(max = 120) int window) {
    List<RandomObservations.Row> rows = RandomObservations.rows(new SplittableRandom(seed), 40);
    SignificanceParameters parameters =
        new SignificanceParameters(window, BIN, 1, 1, 1, 1, 0.01, 0);

    TestedEdges tested =
        Significance.test(RandomObservations.columns(rows), parameters, 1, Progress.NONE).tested();

    List<RandomObservations.Row> acts = acts(rows);
    for (int edge = 0; edge < tested.edges().size(); edge++) {
      int one = tested.edges().from(edge);
      int two = tested.edges().to(edge);
      double lambda = lambda(acts, one, two, window);
      assertThat(tested.expected(edge)).isCloseTo(lambda, within(1e-9));
      assertThat(tested.p(edge))
          .isCloseTo(poissonTail((int) tested.edges().weight(edge), lambda), within(1e-9));
    }
    assertThat(tested.edges().size()).isEqualTo(NaiveCoAction.artifacts(acts, window, 1, 1).size());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 5, 1",
    "1, 0, 0",
    "1, 0.5, 3.934693402873666e-01",
    "3, 0.01, 1.654216528074877e-07",
    "5, 20, 9.999830552560699e-01",
    "300, 300, 5.076777888862635e-01",
    "400, 300, 2.206652014288445e-08",
    "20, 0.001, 4.106404902830123e-79"
  })
  void shouldGiveThePoissonTail(int least, double mean, double expected) {
    assertThat(PoissonTail.atLeast(least, mean)).isCloseTo(expected, within(expected * 1e-11));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void shouldNotCallChanceRare(boolean windowed) {
    SignificanceParameters parameters =
        windowed
            ? new SignificanceParameters(600, 86_400, 1, 1, 1, 1, 0.01, 0)
            : new SignificanceParameters(
                CoActionParameters.NO_WINDOW, CoActionParameters.NO_WINDOW, 1, 1, 1, 1, 0.01, 0);
    double[] levels = {0.2, 0.1, 0.05, 0.01, 0.001};
    long[] upTo = new long[levels.length];
    double pairs = 0;
    for (int seed = 0; seed < 20; seed++) {
      SignificanceResult result =
          Significance.test(
              new PlantedNetwork(seed).background(150, 40).observations(),
              parameters,
              2,
              Progress.NONE);
      pairs += result.accounts() * (result.accounts() - 1) / 2.0;
      for (int edge = 0; edge < result.tested().edges().size(); edge++) {
        for (int level = 0; level < levels.length; level++) {
          upTo[level] += result.tested().p(edge) <= levels[level] ? 1 : 0;
        }
      }
    }
    for (int level = 0; level < levels.length; level++) {
      assertThat(upTo[level] / pairs)
          .as("P(p <= " + levels[level] + ")")
          .isLessThanOrEqualTo(levels[level] * 1.1);
    }
  }

  @Test
  void shouldGiveTheSameForAnyNumberOfThreadsAndOrderOfRows() {
    Observations observations =
        new PlantedNetwork(3).background(100, 30).cluster(6, 12, 20).observations();
    int[] reversed = Rows.where(observations.size(), row -> true);
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = reversed.length - 1 - i;
    }
    SignificanceParameters parameters = SignificanceParameters.windowed(60);
    List<Integer> steps = new ArrayList<>();

    SignificanceResult one =
        Significance.test(observations, parameters, 1, (done, total) -> steps.add(done));
    SignificanceResult two = Significance.test(observations, parameters, 2, Progress.NONE);

    assertThat(one).isEqualTo(two);
    assertThat(one.kept().edges().size()).isPositive();
    assertThat(steps).hasSize(100).isSorted().endsWith(100);
    assertThat(
            Significance.test(observations.rows(reversed), parameters, 1, Progress.NONE)
                .tested()
                .edges())
        .isEqualTo(one.tested().edges());
  }

  @Test
  void shouldMakeQMonotone() {
    double[] q =
        FalseDiscovery.q(
            new double[] {0.001, 0.002, 0.01}, new long[] {1, 1, 2}, new long[] {10, 0, 30}, 100);

    assertThat(q).containsExactly(0.05, 0.05, 0.1);
  }

  @Test
  void shouldCountWhatBenjaminiAndHochbergWouldKeep() {
    double[] p = {0.04, 0.0001, 0.002};

    assertThat(FalseDiscovery.benjaminiHochberg(p, 0.01, 10)).isEqualTo(2);
    assertThat(FalseDiscovery.benjaminiHochberg(p, 0.01, 1000)).isZero();
  }

  @Test
  void shouldFindNothingInNothing() {
    SignificanceResult result =
        Significance.test(
            Observations.builder().build(), SignificanceParameters.timeFree(), 2, Progress.NONE);

    assertThat(result.tested().edges().size()).isZero();
    assertThat(result.acts()).isZero();
  }

  private static List<RandomObservations.Row> acts(List<RandomObservations.Row> rows) {
    Map<List<Long>, RandomObservations.Row> first = new HashMap<>();
    for (RandomObservations.Row row : rows) {
      List<Long> cell = List.of((long) row.artifact(), (long) row.account(), row.seconds() / BIN);
      first.merge(cell, row, (a, b) -> a.seconds() <= b.seconds() ? a : b);
    }
    return List.copyOf(first.values());
  }

  private static double lambda(List<RandomObservations.Row> acts, int one, int two, long window) {
    double sum = 0;
    for (int b = 0; b < 5; b++) {
      for (int c = b; c < 5; c++) {
        double rate = rate(acts, one, two, b, c);
        for (int artifact = 0; artifact < 6; artifact++) {
          sum += 1 - Math.exp(-rate * pairs(acts, artifact, b, c, window));
        }
      }
    }
    return sum;
  }

  private static double rate(List<RandomObservations.Row> acts, int one, int two, int b, int c) {
    double m1 = acts.stream().filter(act -> act.seconds() / BIN == b).count();
    double m2 = acts.stream().filter(act -> act.seconds() / BIN == c).count();
    if (b == c) {
      return m1 < 2 ? 0 : 2.0 * count(acts, one, b) * count(acts, two, b) / (m1 * (m1 - 1));
    }
    double mixed =
        count(acts, one, b) * count(acts, two, c) + count(acts, one, c) * count(acts, two, b);
    return mixed == 0 ? 0 : mixed / (m1 * m2);
  }

  private static double count(List<RandomObservations.Row> acts, int account, int bin) {
    return acts.stream()
        .filter(act -> act.account() == account && act.seconds() / BIN == bin)
        .count();
  }

  private static long pairs(
      List<RandomObservations.Row> acts, int artifact, int b, int c, long window) {
    long pairs = 0;
    for (int i = 0; i < acts.size(); i++) {
      for (int j = i + 1; j < acts.size(); j++) {
        RandomObservations.Row x = acts.get(i);
        RandomObservations.Row y = acts.get(j);
        boolean inBins =
            Math.min(x.seconds(), y.seconds()) / BIN == b
                && Math.max(x.seconds(), y.seconds()) / BIN == c;
        if (x.artifact() == artifact
            && y.artifact() == artifact
            && inBins
            && Math.abs(x.seconds() - y.seconds()) <= window) {
          pairs++;
        }
      }
    }
    return pairs;
  }

  private static double poissonTail(int least, double mean) {
    double below = 0;
    double logTerm = -mean;
    for (int k = 0; k < least; k++) {
      below += Math.exp(logTerm);
      logTerm += Math.log(mean) - Math.log(k + 1);
    }
    return 1 - below;
  }
}
