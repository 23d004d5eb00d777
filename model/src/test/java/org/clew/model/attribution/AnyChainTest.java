package org.clew.model.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnyChainTest {
  private static final VerdictTable TABLE = VerdictTable.builtIn();

  @Property(tries = 500)
  void shouldEqualTheSumOverAllStates(@ForAll long seed) {
    Random random = new Random(seed);
    Map<Integer, Reliability.Edge> pairs = pairs(random, 1 + random.nextInt(12));
    List<Set<Integer>> chains = chains(random, pairs.size(), random.nextInt(12));

    Reliability exact = over(pairs, seed).of(chains);

    assertThat(exact.exact()).isTrue();
    assertThat(exact.value()).isCloseTo(bruteForce(pairs, chains), within(1e-9));
  }

  @Property(tries = 20)
  void shouldSimulateWithinItsStatedError(@ForAll long seed) {
    Random random = new Random(seed);
    Map<Integer, Reliability.Edge> pairs = pairs(random, 12);
    List<Set<Integer>> chains = chains(random, 12, 8);

    Reliability simulated = over(pairs, seed).simulated(chains);

    assertThat(simulated.value())
        .isCloseTo(bruteForce(pairs, chains), within(3 * simulated.error()));
    assertThat(simulated.error()).isBetween(Double.MIN_VALUE, 0.005);
  }

  @Test
  void shouldCountAChainThatContainsAnotherForNothing() {
    Map<Integer, Reliability.Edge> pairs = pairs(new Random(1), 4);
    List<Set<Integer>> chains = List.of(Set.of(0, 1, 2), Set.of(0, 1), Set.of(0, 1, 3));

    assertThat(over(pairs, 1).of(chains).value())
        .isCloseTo(pairs.get(0).probability() * pairs.get(1).probability(), within(1e-12));
  }

  @Test
  void shouldSimulateWhereMorePairsAreSharedThanTheTableAllows() {
    assertThatItSimulates(200);
  }

  @Test
  void shouldSimulateWhereFactoringTakesTooLong() {
    assertThatItSimulates(TABLE.exactPairs());
  }

  private static void assertThatItSimulates(int count) {
    Random random = new Random(1);
    Map<Integer, Reliability.Edge> pairs = unsurePairs(random, count);
    List<Set<Integer>> chains = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      chains.add(new TreeSet<>(random.ints(6, 0, count).boxed().toList()));
    }

    Reliability all = over(pairs, 1).of(chains);
    Reliability most = over(pairs, 1).simulated(chains.subList(0, 49));

    assertThat(all.exact()).isFalse();
    assertThat(over(pairs, 1).of(chains)).isEqualTo(all);
    assertThat(most.value()).isLessThanOrEqualTo(all.value());
  }

  /** The first fifty ways through four layers of three, from each to each of the next. */
  @Test
  void shouldBeExactForLayersOfAssetsThatAreAllTied() {
    Map<Integer, Reliability.Edge> pairs = unsurePairs(new Random(1), 33);
    List<Set<Integer>> chains = new ArrayList<>();
    for (int way = 0; way < 50; way++) {
      int a = way % 3;
      int b = way / 3 % 3;
      int c = way / 9 % 3;
      int d = way / 27;
      chains.add(Set.of(a, 3 + 3 * a + b, 12 + 3 * b + c, 21 + 3 * c + d, 30 + d));
    }

    Reliability exact = over(pairs, 1).of(chains);
    Reliability simulated = over(pairs, 1).simulated(chains);

    assertThat(exact.exact()).isTrue();
    assertThat(simulated.value()).isCloseTo(exact.value(), within(3 * simulated.error()));
  }

  private static AnyChain over(Map<Integer, Reliability.Edge> pairs, long seed) {
    return new AnyChain(pairs, TABLE.exactPairs(), new Draws(TABLE.samples(), seed));
  }

  private static Map<Integer, Reliability.Edge> pairs(Random random, int count) {
    Map<Integer, Reliability.Edge> pairs = new HashMap<>();
    for (int i = 0; i < count; i++) {
      double p = random.nextInt(5) == 0 ? 1 : random.nextDouble();
      pairs.put(i, new Reliability.Edge(0, 1, p, i));
    }
    return pairs;
  }

  private static Map<Integer, Reliability.Edge> unsurePairs(Random random, int count) {
    Map<Integer, Reliability.Edge> pairs = new HashMap<>();
    for (int i = 0; i < count; i++) {
      pairs.put(i, new Reliability.Edge(0, 1, random.nextDouble(), i));
    }
    return pairs;
  }

  private static List<Set<Integer>> chains(Random random, int pairs, int count) {
    List<Set<Integer>> chains = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chains.add(new TreeSet<>(random.ints(1 + random.nextInt(4), 0, pairs).boxed().toList()));
    }
    return chains;
  }

  private static double bruteForce(
      Map<Integer, Reliability.Edge> pairs, List<Set<Integer>> chains) {
    double sum = 0;
    for (int state = 0; state < 1 << pairs.size(); state++) {
      double probability = 1;
      Set<Integer> holding = new TreeSet<>();
      for (int pair = 0; pair < pairs.size(); pair++) {
        boolean holds = (state >> pair & 1) == 1;
        double p = pairs.get(pair).probability();
        probability *= holds ? p : 1 - p;
        if (holds) {
          holding.add(pair);
        }
      }
      sum += chains.stream().anyMatch(holding::containsAll) ? probability : 0;
    }
    return sum;
  }
}
