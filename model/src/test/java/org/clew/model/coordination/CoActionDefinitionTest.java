package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.clew.model.coordination.NaiveCoAction.Key;
import org.clew.model.coordination.NaiveCoAction.Pairs;
import org.clew.model.coordination.RandomObservations.Row;

/** The scan against the definitions, and what must not change its answers. */
class CoActionDefinitionTest {
  @Provide
  Arbitrary<List<Row>> rows() {
    return RandomObservations.lists();
  }

  @Property(tries = 500)
  void shouldCountDistinctArtifacts(
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(max = 200) int window,
      @ForAll @IntRange(min = 1, max = 3) int least) {
    CoActionParameters parameters =
        CoActionParameters.of(WeightMode.ARTIFACTS, window).withMinWeight(least);

    assertThat(weights(CoAction.detect(RandomObservations.columns(rows), parameters, 2).edges()))
        .isEqualTo(NaiveCoAction.artifacts(rows, window, 2, least));
  }

  @Property(tries = 500)
  void shouldCountPosts(
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(max = 200) int window,
      @ForAll boolean loops) {
    CoActionParameters parameters = CoActionParameters.of(WeightMode.MESSAGES, window);
    if (loops) {
      parameters = parameters.withSelfLoops();
    }

    assertThat(weights(CoAction.detect(RandomObservations.columns(rows), parameters, 2).edges()))
        .isEqualTo(NaiveCoAction.messages(rows, window, loops));
  }

  @Property(tries = 500)
  void shouldCountPairs(
      @ForAll("rows") List<Row> rows,
      @ForAll @IntRange(max = 200) int window,
      @ForAll @IntRange(min = 1, max = 6) int participation) {
    Observations observations =
        RandomObservations.columns(rows).withOwnPosts(new int[] {Observations.NO_POST, 3});
    CoActionParameters parameters =
        CoActionParameters.of(WeightMode.PAIRS, window).withMinParticipation(participation);

    assertThat(pairs(CoAction.detect(observations, parameters, 2)))
        .isEqualTo(
            NaiveCoAction.pairs(rows, window, participation, artifact -> artifact == 1 ? 3 : -1));
  }

  @Property(tries = 100)
  void shouldMeetTheDefinitionsAtTheEdgesOfTheWindowOnAGiantArtifact(@ForAll int seed) {
    List<Row> rows = RandomObservations.crowded(new SplittableRandom(seed), 80);
    Observations observations = RandomObservations.columns(rows);

    assertThat(
            weights(
                CoAction.detect(
                        observations,
                        CoActionParameters.of(WeightMode.ARTIFACTS, 60).withMinWeight(1),
                        2)
                    .edges()))
        .isEqualTo(NaiveCoAction.artifacts(rows, 60, 2, 1));
    assertThat(
            weights(
                CoAction.detect(observations, CoActionParameters.of(WeightMode.MESSAGES, 60), 2)
                    .edges()))
        .isEqualTo(NaiveCoAction.messages(rows, 60, false));
    assertThat(pairs(CoAction.detect(observations, CoActionParameters.of(WeightMode.PAIRS, 60), 2)))
        .isEqualTo(NaiveCoAction.pairs(rows, 60, 2, artifact -> Observations.NO_POST));
  }

  @Property(tries = 200)
  void shouldNotDependOnTheOrderOfRowsOrTheNumberOfThreads(
      @ForAll("rows") List<Row> rows, @ForAll Random random, @ForAll WeightMode mode) {
    List<Row> shuffled = new java.util.ArrayList<>(rows);
    Collections.shuffle(shuffled, random);
    CoActionParameters parameters = CoActionParameters.of(mode, 30);

    assertThat(CoAction.detect(RandomObservations.columns(shuffled), parameters, 1))
        .isEqualTo(CoAction.detect(RandomObservations.columns(rows), parameters, 2));
  }

  @Property(tries = 200)
  void shouldNotDependOnTheNamesOfThings(@ForAll("rows") List<Row> rows, @ForAll WeightMode mode) {
    List<Row> renamed =
        rows.stream()
            .map(
                row ->
                    new Row(9 - row.account(), row.artifact() ^ 5, row.seconds(), row.post() + 7))
            .toList();
    CoActionParameters parameters = CoActionParameters.of(mode, 30);
    Map<Key, Integer> back = new TreeMap<>();
    weights(CoAction.detect(RandomObservations.columns(renamed), parameters, 1).edges())
        .forEach(
            (key, weight) ->
                back.put(
                    mode == WeightMode.MESSAGES
                        ? new Key(9 - key.from(), 9 - key.to())
                        : new Key(9 - key.to(), 9 - key.from()),
                    weight));

    assertThat(back)
        .isEqualTo(
            weights(CoAction.detect(RandomObservations.columns(rows), parameters, 1).edges()));
  }

  @Property(tries = 200)
  void shouldAddUpOverArtifacts(@ForAll("rows") List<Row> rows) {
    CoActionParameters parameters =
        CoActionParameters.of(WeightMode.ARTIFACTS, 30).withMinParticipation(1).withMinWeight(1);
    Map<Key, Integer> sum = new TreeMap<>();
    for (int artifact = 0; artifact < 5; artifact++) {
      int only = artifact;
      List<Row> part = rows.stream().filter(row -> row.artifact() == only).toList();
      weights(CoAction.detect(RandomObservations.columns(part), parameters, 1).edges())
          .forEach((key, weight) -> sum.merge(key, weight, Integer::sum));
    }

    assertThat(sum)
        .isEqualTo(
            weights(CoAction.detect(RandomObservations.columns(rows), parameters, 1).edges()));
  }

  @Property(tries = 300)
  void shouldSayWhatEdgesRestOn(
      @ForAll("rows") List<Row> rows, @ForAll @IntRange(max = 200) int window) {
    Observations observations = RandomObservations.columns(rows);
    EdgeList edges =
        CoAction.detect(
                observations,
                CoActionParameters.of(WeightMode.ARTIFACTS, window).withMinWeight(1),
                1)
            .edges();

    EdgeSupport support = EdgeSupport.of(observations, edges, window, 2);

    for (int edge = 0; edge < edges.size(); edge++) {
      List<SharedAct> acts =
          SharedAct.between(observations, edges.from(edge), edges.to(edge), window, 9999);
      int current = edge;
      assertThat(
              IntStream.range(0, support.size(edge))
                  .mapToObj(number -> support.artifact(current, number)))
          .containsExactlyElementsOf(acts.stream().map(SharedAct::artifact).distinct().toList());
      assertThat(support.firstSeconds(edge))
          .isEqualTo(
              acts.stream()
                  .mapToLong(act -> Math.min(act.firstSeconds(), act.secondSeconds()))
                  .min()
                  .orElseThrow());
      assertThat(support.lastSeconds(edge))
          .isEqualTo(
              acts.stream()
                  .mapToLong(act -> Math.max(act.firstSeconds(), act.secondSeconds()))
                  .max()
                  .orElseThrow());
    }
  }

  private static Map<Key, Integer> weights(EdgeList edges) {
    Map<Key, Integer> weights = new TreeMap<>();
    for (int edge = 0; edge < edges.size(); edge++) {
      weights.put(new Key(edges.from(edge), edges.to(edge)), (int) edges.weight(edge));
    }
    return weights;
  }

  private static Map<Key, Pairs> pairs(CoActionResult result) {
    Map<Key, Pairs> pairs = new TreeMap<>();
    PairDetails details = Objects.requireNonNull(result.details());
    EdgeList edges = result.edges();
    for (int edge = 0; edge < edges.size(); edge++) {
      int count = (int) edges.weight(edge);
      pairs.put(
          new Key(edges.from(edge), edges.to(edge)),
          new Pairs(
              count,
              Math.round(details.meanSecondsApart(edge) * count),
              details.olderPosts(edge),
              details.newerPosts(edge)));
    }
    return pairs;
  }
}
