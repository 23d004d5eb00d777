package org.clew.model.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.clew.model.entity.EntityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmplifiersTest {
  private static final EntityId OUTLET = new EntityId("outlet:ir:o");

  @Property(tries = 200)
  void shouldConvolveTrialsExactly(
      @ForAll @Size(min = 1, max = 10) List<@DoubleRange(min = 0, max = 1) Double> trials) {
    for (int x = 0; x <= trials.size(); x++) {
      double exact = 0;
      for (int state = 0; state < 1 << trials.size(); state++) {
        double p = 1;
        for (int i = 0; i < trials.size(); i++) {
          p *= (state >> i & 1) == 1 ? trials.get(i) : 1 - trials.get(i);
        }
        exact += Integer.bitCount(state) >= x ? p : 0;
      }
      assertThat(PoissonBinomial.atLeast(trials.size(), trials::get, x))
          .isCloseTo(exact, within(1e-12));
      assertThat(PoissonBinomial.atMost(trials.size(), trials::get, x - 1 < 0 ? 0 : x - 1))
          .isCloseTo(
              x == 0 ? PoissonBinomial.atMost(trials.size(), trials::get, 0) : 1 - exact,
              within(1e-12));
    }
  }

  /** Where all accounts are alike and all targets are, chance is the share of links there are. */
  @Test
  void shouldGiveTheNumbersOfTheModelWhereAllDegreesAreEqual() {
    AmplificationLayer.Builder builder = new AmplificationLayer.Builder();
    for (int i = 0; i < 6; i++) {
      builder.add(account(i), domain(i), 1).add(account(i), domain((i + 1) % 6), 1);
    }

    Amplification found =
        Amplifiers.test(builder.build(), List.of(account(0), account(1)), List.of(domain(1)));

    Reach reach = found.of(domain(1)).orElseThrow();
    assertThat(reach.members()).isEqualTo(2);
    assertThat(reach.expected()).isCloseTo(2 / 3.0, within(1e-6));
    assertThat(reach.pValue()).isCloseTo(1 / 9.0, within(1e-6));
    assertThat(reach.effect()).isCloseTo(3, within(1e-5));
    assertThat(found.tested()).isEqualTo(1);
  }

  @Property(tries = 50)
  void shouldExpectOfEveryAccountAndTargetWhatTheyHave(@ForAll long seed) {
    Random random = new Random(seed);
    boolean[][] reaches = randomLayer(random, 40, 25, 20 + random.nextInt(250));
    AmplificationLayer layer = layer(reaches);

    for (int target = 0; target < layer.targets(); target++) {
      double expected = 0;
      for (int account = 0; account < layer.accounts(); account++) {
        expected += layer.chance(account, target);
      }
      assertThat(expected).isCloseTo(layer.accountsOf(target), within(0.01));
    }
    for (int account = 0; account < layer.accounts(); account++) {
      double expected = 0;
      for (int target = 0; target < layer.targets(); target++) {
        expected += layer.chance(account, target);
      }
      assertThat(expected).isCloseTo(layer.targetsOf(account), within(0.01));
    }
  }

  @Test
  void shouldBeTheProductOfTheDegreesOnASparseLayer() {
    AmplificationLayer layer = layer(randomLayer(new Random(3), 2000, 1000, 2000));

    for (int account = 0; account < layer.accounts(); account += 7) {
      for (int target = 0; target < layer.targets(); target += 7) {
        double product =
            (double) layer.targetsOf(account) * layer.accountsOf(target) / layer.links();
        assertThat(layer.chance(account, target)).isCloseTo(product, within(0.15 * product));
      }
    }
  }

  @Test
  void shouldFindNothingInAnOutletThatEverybodyReaches() {
    AmplificationLayer.Builder builder = new AmplificationLayer.Builder();
    for (int i = 0; i < 50; i++) {
      builder.add(account(i), OUTLET, 1).add(account(i), domain(i), 1);
    }
    List<EntityId> members = IntStream.range(0, 10).mapToObj(AmplifiersTest::account).toList();

    Reach reach =
        Amplifiers.test(builder.build(), members, List.of(OUTLET)).of(OUTLET).orElseThrow();

    assertThat(reach.pValue()).isGreaterThan(0.95);
  }

  @Test
  void shouldCountTheActsOfASingleAccount() {
    AmplificationLayer.Builder builder = new AmplificationLayer.Builder();
    builder.add(account(1), OUTLET, 3).add(account(1), domain(1), 1);
    builder.add(account(2), domain(1), 16);

    Amplification found = Amplifiers.test(builder.build(), List.of(account(1)), List.of(OUTLET));

    double p = 3 / 20.0;
    Reach reach = found.of(OUTLET).orElseThrow();
    assertThat(found.byActs()).isTrue();
    assertThat(reach.members()).isEqualTo(3);
    assertThat(reach.pValue())
        .isCloseTo(4 * Math.pow(p, 3) * (1 - p) + Math.pow(p, 4), within(1e-12));
  }

  @Test
  void shouldCorrectForTheNumberOfOutletsTested() {
    assertThat(BenjaminiHochberg.q(new double[] {0.04, 0.01, 0.02, 0.5}))
        .containsExactly(new double[] {0.16 / 3, 0.04, 0.04, 0.5}, within(1e-12));
  }

  @Test
  void shouldRankTheSubjectAmongAccountsAsActiveAsItsMembers() {
    AmplificationLayer.Builder builder = new AmplificationLayer.Builder();
    for (int i = 0; i < 10; i++) {
      builder.add(account(i), OUTLET, 8).add(account(i), domain(i), 2);
    }
    for (int i = 10; i < 200; i++) {
      builder.add(account(i), domain(i % 30), 5).add(account(i), domain(30 + i % 7), 5);
    }
    builder.add(account(500), OUTLET, 99).add(account(500), domain(1), 1);
    List<EntityId> members = IntStream.range(0, 10).mapToObj(AmplifiersTest::account).toList();

    Reach reach =
        Amplifiers.test(builder.build(), members, List.of(OUTLET)).of(OUTLET).orElseThrow();

    assertThat(reach.qValue()).isLessThan(1e-6);
    assertThat(reach.rank()).isEqualTo(new Reach.Rank(2, 191));
  }

  @Test
  void shouldListOutletsReachedLessThanByChance() {
    AmplificationLayer.Builder builder = new AmplificationLayer.Builder();
    for (int i = 0; i < 100; i++) {
      builder.add(account(i), i < 50 ? domain(i) : OUTLET, 1).add(account(i), domain(100 + i), 1);
    }
    List<EntityId> members = IntStream.range(0, 50).mapToObj(AmplifiersTest::account).toList();

    Amplification found = Amplifiers.test(builder.build(), members, List.of(OUTLET));

    assertThat(found.reached()).isEmpty();
    assertThat(found.lessThanExpected())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.members()).isZero();
              assertThat(each.qValue()).isLessThan(1e-6);
            });
  }

  /** The rewirings keep how many targets each account and how many accounts each target has. */
  @ParameterizedTest
  @CsvSource({"200, 80, 500, 0.04", "80, 50, 600, 0.06", "400, 100, 400, 0.04"})
  void shouldAgreeWithRewiringsThatKeepDegrees(
      int accounts, int targets, int links, double tolerance) {
    Random random = new Random(7);
    boolean[][] reaches = randomLayer(random, accounts, targets, links);
    int[] members = IntStream.range(0, 15).map(i -> i * accounts / 15).toArray();
    int rewirings = 4000;
    int[] atLeast = new int[targets];
    int[] observed = counts(reaches, members);
    Rewiring rewiring = new Rewiring(copy(reaches), random);
    rewiring.swap(100 * links);
    for (int i = 0; i < rewirings; i++) {
      rewiring.swap(5 * links);
      int[] counts = counts(rewiring.reaches(), members);
      for (int target = 0; target < targets; target++) {
        atLeast[target] += counts[target] >= observed[target] ? 1 : 0;
      }
    }

    Amplification found = Amplifiers.test(layer(reaches), ids(members), targets(targets));

    assertThat(found.reached()).hasSizeGreaterThan(10);
    for (Reach reach : found.reached()) {
      int target = Integer.parseInt(reach.outlet().local().substring(1).replace(".example", ""));
      double rewiredP = (double) atLeast[target] / rewirings;
      assertThat(reach.pValue()).isCloseTo(rewiredP, within(tolerance));
    }
  }

  @Test
  void shouldNotFindMoreThanItsLevelUnderTheNull() {
    Random random = new Random(11);
    boolean[][] reaches = randomLayer(random, 80, 50, 600);
    Rewiring rewiring = new Rewiring(reaches, random);
    List<Double> p = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      rewiring.swap(3000);
      int[] members = random.ints(0, 80).distinct().limit(20).toArray();
      Amplification found = Amplifiers.test(layer(reaches), ids(members), targets(50));
      found.reached().forEach(reach -> p.add(reach.pValue()));
      for (int unreached = found.reached().size(); unreached < found.tested(); unreached++) {
        p.add(1.0);
      }
    }

    for (double level : new double[] {0.001, 0.01, 0.05, 0.1, 0.2}) {
      double share = p.stream().filter(each -> each <= level).count() / (double) p.size();
      assertThat(share).isLessThanOrEqualTo(level + 2 * Math.sqrt(level / p.size()));
    }
  }

  private static boolean[][] randomLayer(Random random, int accounts, int targets, int links) {
    boolean[][] reaches = new boolean[accounts][targets];
    for (int i = 0; i < links; i++) {
      int account = (int) (accounts * Math.pow(random.nextDouble(), 1.5));
      int target = (int) (targets * Math.pow(random.nextDouble(), 1.5));
      reaches[account][target] = true;
    }
    return reaches;
  }

  private static int[] counts(boolean[][] reaches, int[] members) {
    int[] counts = new int[reaches[0].length];
    for (int member : members) {
      for (int target = 0; target < counts.length; target++) {
        counts[target] += reaches[member][target] ? 1 : 0;
      }
    }
    return counts;
  }

  private static boolean[][] copy(boolean[][] reaches) {
    boolean[][] copy = new boolean[reaches.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = reaches[i].clone();
    }
    return copy;
  }

  private static AmplificationLayer layer(boolean[][] reaches) {
    AmplificationLayer.Builder builder = new AmplificationLayer.Builder();
    for (int account = 0; account < reaches.length; account++) {
      for (int target = 0; target < reaches[account].length; target++) {
        if (reaches[account][target]) {
          builder.add(account(account), domain(target), 1);
        }
      }
    }
    return builder.build();
  }

  private static List<EntityId> ids(int[] members) {
    return IntStream.of(members).mapToObj(AmplifiersTest::account).toList();
  }

  private static List<EntityId> targets(int count) {
    return IntStream.range(0, count).mapToObj(AmplifiersTest::domain).toList();
  }

  private static EntityId account(int number) {
    return EntityId.account("x", String.valueOf(number));
  }

  private static EntityId domain(int number) {
    return EntityId.domain("d" + number + ".example");
  }
}
