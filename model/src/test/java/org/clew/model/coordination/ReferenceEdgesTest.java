package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The two modes that reproduce public tools, edge by edge. */
class ReferenceEdgesTest {
  private static ReferenceData reference = null;

  @BeforeAll
  static void load() {
    reference = ReferenceData.load();
  }

  @ParameterizedTest
  @CsvSource({"10, 447, 442, 525", "60, 3791, 3721, 2110", "3600, 183379, 169781, 4099"})
  void shouldGiveTheEdgesOfCooRTweet(int window, int weight, int edges, int accounts) {
    CoActionResult result =
        CoAction.detect(reference.tweets, CoActionParameters.of(WeightMode.PAIRS, window), 2);

    assertThat(result.edges().totalWeight()).isEqualTo(weight);
    assertThat(result.edges().size()).isEqualTo(edges);
    assertThat(result.edges().accounts()).isEqualTo(accounts);
    List<String[]> expected = reference.edges("coortweet_russian_w" + window + "_mp2");
    assertThat(expected).hasSize(edges);
    Map<Long, Integer> found = byPair(result.edges());
    double threshold = WeightThreshold.coorTweet(0.5).value(result.edges());
    PairDetails details = java.util.Objects.requireNonNull(result.details());
    for (String[] row : expected) {
      int one = reference.account(row[0]);
      int two = reference.account(row[1]);
      Integer edge = found.get(key(Math.min(one, two), Math.max(one, two)));
      assertThat(edge).as(row[0] + " " + row[1]).isNotNull();
      assertThat(result.edges().weight(edge)).isEqualTo(Double.parseDouble(row[2]));
      assertThat(details.meanSecondsApart(edge))
          .isCloseTo(Double.parseDouble(row[3]), within(1e-9));
      assertThat(details.olderPosts(edge)).isEqualTo(Integer.parseInt(row[4]));
      assertThat(details.newerPosts(edge)).isEqualTo(Integer.parseInt(row[5]));
      assertThat(details.symmetry(edge)).isCloseTo(Double.parseDouble(row[6]), within(1e-9));
      assertThat(result.edges().weight(edge) > threshold).isEqualTo("1".equals(row[7]));
    }
  }

  @ParameterizedTest
  @CsvSource({"10, 2193, 2184, 1525", "60, 12523, 12412, 3954"})
  void shouldGiveTheEdgesOfTheToolkit(int window, int weight, int edges, int accounts) {
    CoActionParameters parameters = CoActionParameters.of(WeightMode.MESSAGES, window);
    EdgeList hidden = CoAction.detect(reference.tweets, parameters, 2).edges();
    assertThat(hidden.totalWeight()).isEqualTo(weight);
    assertThat(hidden.size()).isEqualTo(edges);
    assertThat(hidden.accounts()).isEqualTo(accounts);

    EdgeList all = CoAction.detect(reference.tweets, parameters.withSelfLoops(), 2).edges();
    List<String[]> expected = reference.edges("cnt_russian_coretweet_w" + window);
    assertThat(all.size()).isEqualTo(expected.size());
    Map<Long, Integer> found = byPair(all);
    for (String[] row : expected) {
      Integer edge = found.get(key(reference.account(row[0]), reference.account(row[1])));
      assertThat(edge).as(row[0] + " " + row[1]).isNotNull();
      assertThat(all.weight(edge)).isEqualTo(Double.parseDouble(row[2]));
    }
  }

  private static Map<Long, Integer> byPair(EdgeList edges) {
    Map<Long, Integer> byPair = new HashMap<>();
    for (int edge = 0; edge < edges.size(); edge++) {
      byPair.put(key(edges.from(edge), edges.to(edge)), edge);
    }
    return byPair;
  }

  private static long key(int from, int to) {
    return (long) from << 32 | to;
  }
}
