package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SimilarityTest {
  @Property(tries = 200)
  void shouldBeTheCosineOfTfIdfVectors(
      @ForAll int seed, @ForAll @IntRange(min = 1, max = 8) int minActions) {
    List<RandomObservations.Row> rows = RandomObservations.rows(new SplittableRandom(seed), 40);

    SimilarityResult result =
        Similarity.compare(
            RandomObservations.columns(rows), new SimilarityParameters(minActions, 1, 0, 0), 2);

    List<RandomObservations.Row> busy =
        rows.stream()
            .filter(
                row ->
                    rows.stream().filter(other -> other.account() == row.account()).count()
                        >= minActions)
            .toList();
    int edge = 0;
    for (int one = 0; one < 6; one++) {
      for (int two = one + 1; two < 6; two++) {
        Set<Integer> common = artifacts(busy, one);
        common.retainAll(artifacts(busy, two));
        if (!common.isEmpty()) {
          assertThat(result.edges().from(edge)).isEqualTo(one);
          assertThat(result.edges().to(edge)).isEqualTo(two);
          assertThat(result.shared(edge)).isEqualTo(common.size());
          assertThat(result.edges().weight(edge))
              .isCloseTo(
                  product(busy, common)
                      / Math.sqrt(
                          product(busy, artifacts(busy, one))
                              * product(busy, artifacts(busy, two))),
                  within(1e-12));
          edge++;
        }
      }
    }
    assertThat(result.edges().size()).isEqualTo(edge);
  }

  @Test
  void shouldKeepOnlySimilarPairsAndNameWhatItLeavesOut() {
    Observations.Builder rows = Observations.builder();
    for (int account = 0; account < 4; account++) {
      rows.add(account, 0, 0, account);
      rows.add(account, 1 + account / 2, 0, 10 + account);
      rows.add(account, 3 + account % 3, 0, 20 + account);
    }

    SimilarityResult result =
        Similarity.compare(rows.build(), new SimilarityParameters(3, 1, 0.6, 3), 1);

    assertThat(result.capped()).containsExactly(new CappedArtifact(0, 4, 3));
    assertThat(result.edges().size()).isEqualTo(2);
    assertThat(result.edges().from(0)).isZero();
    assertThat(result.edges().to(0)).isEqualTo(1);
    assertThat(result.edges().from(1)).isEqualTo(2);
    assertThat(result.edges().to(1)).isEqualTo(3);
  }

  @Test
  void shouldTakeFastResharesOfOthers() {
    FastReshares reshares = new FastReshares(FastReshares.DEFAULT_SECONDS);
    reshares.add(0, 9, 110, 100, 0);
    reshares.add(1, 9, 111, 100, 1);
    reshares.add(9, 9, 101, 100, 2);
    reshares.add(2, 9, 99, 100, 3);

    Observations observations = reshares.observations();

    assertThat(observations.size()).isEqualTo(1);
    assertThat(observations.artifact(0)).isEqualTo(9);
  }

  @Test
  void shouldTakeLongHashtagSequencesInOrder() {
    HashtagSequences posts = new HashtagSequences(HashtagSequences.DEFAULT_LENGTH);
    posts.add(0, 1, 0, List.of(1, 2, 3, 4, 5));
    posts.add(1, 2, 1, List.of(5, 4, 3, 2, 1));
    posts.add(2, 3, 2, List.of(1, 2, 3, 4, 5));
    posts.add(3, 4, 3, List.of(1, 2, 3, 4));

    Observations observations = posts.observations();

    assertThat(observations.size()).isEqualTo(3);
    assertThat(observations.artifact(2)).isEqualTo(observations.artifact(0));
    assertThat(observations.artifact(1)).isNotEqualTo(observations.artifact(0));
    assertThat(posts.sequence(1)).containsExactly(5, 4, 3, 2, 1);
  }

  private static Set<Integer> artifacts(List<RandomObservations.Row> rows, int account) {
    return rows.stream()
        .filter(row -> row.account() == account)
        .map(RandomObservations.Row::artifact)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double product(List<RandomObservations.Row> rows, Set<Integer> artifacts) {
    double accounts = rows.stream().map(RandomObservations.Row::account).distinct().count();
    double sum = 0;
    for (int artifact : artifacts) {
      double sharing =
          rows.stream()
              .filter(row -> row.artifact() == artifact)
              .map(RandomObservations.Row::account)
              .distinct()
              .count();
      sum += sharing < 2 ? 0 : Math.pow(Math.log((1 + accounts) / (1 + sharing)) + 1, 2);
    }
    return sum;
  }
}
