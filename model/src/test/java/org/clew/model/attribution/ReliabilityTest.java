package org.clew.model.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clew.model.attribution.Reliability.Edge;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
  private static final VerdictTable TABLE = VerdictTable.builtIn();

  @Test
  void shouldMultiplyPairsInSeriesAndJoinPairsInParallel() {
    List<Edge> twice =
        List.of(new Edge(0, 2, 0.9, 0), new Edge(2, 1, 0.8, 1), new Edge(0, 1, 0.5, 2));

    assertThat(of(3, twice)).isCloseTo(1 - (1 - 0.72) * 0.5, within(1e-12));
  }

  @Test
  void shouldCountThePairInTheMiddleOfABridgeOnce() {
    List<Edge> bridge =
        List.of(
            new Edge(0, 2, 0.5, 0),
            new Edge(0, 3, 0.5, 1),
            new Edge(2, 3, 0.5, 2),
            new Edge(2, 1, 0.5, 3),
            new Edge(3, 1, 0.5, 4));

    assertThat(of(4, bridge)).isCloseTo(0.5, within(1e-12));
  }

  @Property(tries = 500)
  void shouldEqualTheSumOverAllStates(@ForAll long seed) {
    Random random = new Random(seed);
    int nodes = 2 + random.nextInt(6);
    List<Edge> edges = edges(random, nodes, random.nextInt(12));

    assertThat(of(nodes, edges)).isCloseTo(bruteForce(nodes, edges), within(1e-9));
  }

  @Property(tries = 20)
  void shouldSimulateWithinItsStatedError(@ForAll long seed) {
    Random random = new Random(seed);
    List<Edge> edges = edges(random, 7, 14);

    Reliability simulated = new Simulation(7, 0, 1, draws(seed)).of(edges);

    assertThat(simulated.value()).isCloseTo(of(7, edges), within(3 * simulated.error()));
    assertThat(simulated.error()).isLessThan(0.005);
  }

  @Test
  void shouldSimulateATangleOfMoreThanFortyPairsAndSaySo() {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      for (int j = 0; j < i; j++) {
        edges.add(new Edge(j, i, 0.3, edges.size()));
      }
    }

    Reliability all = Reliability.between(12, edges, 0, 1, TABLE.exactPairs(), draws(1));
    Reliability again = Reliability.between(12, edges, 0, 1, TABLE.exactPairs(), draws(1));
    Reliability fewer =
        Reliability.between(12, edges.subList(0, 60), 0, 1, TABLE.exactPairs(), draws(1));

    assertThat(all.exact()).isFalse();
    assertThat(again).isEqualTo(all);
    assertThat(fewer.value()).isLessThanOrEqualTo(all.value());
  }

  @Test
  void shouldBeExactForFiftySeparateChains() {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      edges.add(new Edge(0, i + 2, 0.6, 2 * i));
      edges.add(new Edge(i + 2, 1, 0.6, 2 * i + 1));
    }

    Reliability reliability = Reliability.between(52, edges, 0, 1, TABLE.exactPairs(), draws(1));

    assertThat(reliability.exact()).isTrue();
    assertThat(reliability.value()).isCloseTo(1 - Math.pow(0.64, 50), within(1e-12));
  }

  private static Draws draws(long seed) {
    return new Draws(TABLE.samples(), seed);
  }

  private static double of(int nodes, List<Edge> edges) {
    return Reliability.between(nodes, edges, 0, 1, TABLE.exactPairs(), draws(1)).value();
  }

  private static List<Edge> edges(Random random, int nodes, int count) {
    List<Edge> edges = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      double p = random.nextInt(5) == 0 ? 1 : random.nextDouble();
      edges.add(new Edge(random.nextInt(nodes), random.nextInt(nodes), p, i));
    }
    return edges;
  }

  private static double bruteForce(int nodes, List<Edge> edges) {
    double sum = 0;
    for (int state = 0; state < 1 << edges.size(); state++) {
      double probability = 1;
      int[] group = new int[nodes];
      for (int node = 0; node < nodes; node++) {
        group[node] = node;
      }
      for (int i = 0; i < edges.size(); i++) {
        Edge edge = edges.get(i);
        boolean holds = (state >> i & 1) == 1;
        probability *= holds ? edge.probability() : 1 - edge.probability();
        if (holds) {
          int from = group[edge.from()];
          int to = group[edge.to()];
          for (int node = 0; node < nodes; node++) {
            group[node] = group[node] == from ? to : group[node];
          }
        }
      }
      sum += group[0] == group[1] ? probability : 0;
    }
    return sum;
  }
}
