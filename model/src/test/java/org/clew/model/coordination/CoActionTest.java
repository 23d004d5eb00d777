package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CoActionTest {
  @ParameterizedTest
  @CsvSource({"59, 1", "60, 1", "61, 0"})
  void shouldPairSharesInsideTheWindow(int secondsApart, int edges) {
    Observations observations =
        Observations.builder()
            .add(0, 0, 1000, 0)
            .add(1, 0, 1000 + secondsApart, 1)
            .add(0, 1, 5000, 2)
            .add(1, 1, 5000 - secondsApart, 3)
            .build();

    for (WeightMode mode : new WeightMode[] {WeightMode.ARTIFACTS, WeightMode.PAIRS}) {
      assertThat(CoAction.detect(observations, CoActionParameters.of(mode, 60), 1).edges().size())
          .as(mode.name())
          .isEqualTo(edges);
    }
    assertThat(
            CoAction.detect(observations, CoActionParameters.of(WeightMode.MESSAGES, 60), 1)
                .edges()
                .size())
        .isEqualTo(2 * edges);
  }

  @Test
  void shouldNotLetOneAccountsRepeatsInflateAnEdge() {
    Observations.Builder rows = Observations.builder().add(0, 0, 0, 0).add(0, 1, 0, 1);
    for (int post = 2; post < 50; post++) {
      rows.add(1, post % 2, 10, post);
    }

    EdgeList edges =
        CoAction.detect(rows.build(), CoActionParameters.of(WeightMode.ARTIFACTS, 60), 1).edges();

    assertThat(edges.size()).isEqualTo(1);
    assertThat(edges.weight(0)).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(WeightMode.class)
  void shouldFindNothingInNothingAndInOneAccount(WeightMode mode) {
    CoActionParameters parameters = CoActionParameters.of(mode, 60);
    Observations alone =
        Observations.builder().add(7, 3, 0, 0).add(7, 3, 0, 1).add(7, 4, 1, 2).build();

    assertThat(CoAction.detect(Observations.builder().build(), parameters, 2).edges().size())
        .isZero();
    assertThat(CoAction.detect(alone, parameters, 2).edges().size()).isZero();
  }

  @ParameterizedTest
  @EnumSource(WeightMode.class)
  void shouldTakeEqualAndFarApartTimes(WeightMode mode) {
    Observations observations =
        Observations.builder()
            .add(0, 0, 0, 0)
            .add(1, 0, 0, 1)
            .add(0, 1, -1L << 60, 2)
            .add(1, 1, -1L << 60, 3)
            .add(0, 1, 1L << 60, 4)
            .build();

    EdgeList edges = CoAction.detect(observations, CoActionParameters.of(mode, 0), 1).edges();

    assertThat(edges.weight(0)).isEqualTo(2);
  }

  @Test
  void shouldLetCountsOfAnAccountsPartnersStartAnew() {
    Observations.Builder rows = Observations.builder();
    for (int account = 0; account < 4; account++) {
      for (int artifact = 0; artifact < 3; artifact++) {
        rows.add(account, artifact, artifact, account * 3 + artifact);
      }
    }

    EdgeList edges =
        CoAction.detect(rows.build(), CoActionParameters.of(WeightMode.ARTIFACTS, 0), 2).edges();

    assertThat(edges.size()).isEqualTo(6);
    assertThat(edges.totalWeight()).isEqualTo(18);
  }

  @Test
  void shouldLookThroughAGiantArtifactWithoutHoldingItsPairs() {
    Observations.Builder rows = Observations.builder();
    for (int account = 0; account < 20_000; account++) {
      rows.add(account, 0, account / 10, 2 * account);
      rows.add(account, 1 + account / 2, account / 10, 2 * account + 1);
    }

    EdgeList edges =
        CoAction.detect(rows.build(), CoActionParameters.of(WeightMode.ARTIFACTS, 600), 2).edges();

    assertThat(edges.size()).isEqualTo(10_000);
  }

  @Test
  void shouldNameTheArtifactsItLeavesOut() {
    Observations.Builder rows = Observations.builder();
    for (int account = 0; account < 10; account++) {
      rows.add(account, 5, 0, 2 * account).add(account, 6, 0, 2 * account + 1);
    }
    rows.add(0, 6, 1, 99);

    CoActionResult result =
        CoAction.detect(
            rows.build(),
            CoActionParameters.of(WeightMode.ARTIFACTS, 60)
                .withMinWeight(1)
                .withMaxRowsPerArtifact(10),
            1);

    assertThat(result.capped()).containsExactly(new CappedArtifact(6, 11, 10));
    assertThat(result.capped().get(0).reason())
        .isEqualTo("11 acts on it, more than the limit of 10");
    assertThat(result.edges().size()).isEqualTo(45);
    assertThat(result.edges().totalWeight()).isEqualTo(45);
  }

  @Test
  void shouldTakeOnlyTheFilteredAccountsAndDates() {
    Observations observations =
        Observations.builder()
            .add(0, 0, 100, 0)
            .add(1, 0, 100, 1)
            .add(2, 0, 100, 2)
            .add(0, 0, 201, 3)
            .add(1, 0, 200, 4)
            .build();

    Observations kept =
        ObservationFilter.none()
            .ofAccounts(account -> account < 2)
            .between(100, 200)
            .apply(observations);

    assertThat(kept.size()).isEqualTo(3);
    assertThat(kept.post(2)).isEqualTo(4);
  }

  @Test
  void shouldRefuseWhatMakesNoSense() {
    assertThatThrownBy(() -> CoActionParameters.of(WeightMode.PAIRS, -1))
        .hasMessage("A time window cannot be negative.");
    assertThatThrownBy(() -> Observations.of(new int[] {-1}, new int[1], new long[1], new int[1]))
        .hasMessage("No account index may be negative.");
    assertThatThrownBy(() -> Observations.of(new int[1], new int[2], new long[1], new int[1]))
        .hasMessage("All columns of observations need the same length.");
  }

  @Test
  void shouldKeepEdgesAboveOrAtAQuantile() {
    EdgeList edges = new EdgeList(new int[4], new int[] {1, 2, 3, 4}, new double[] {1, 2, 2, 5});

    assertThat(new WeightThreshold(0.9, false).value(edges)).isCloseTo(4.1, within(1e-12));
    assertThat(WeightThreshold.coorTweet(0.5).apply(edges).size()).isEqualTo(1);
    assertThat(WeightThreshold.coorNet(0.5).apply(edges).size()).isEqualTo(3);
    assertThat(WeightThreshold.coorNet(0.5).apply(edges.where(edge -> false)).size()).isZero();
  }
}
