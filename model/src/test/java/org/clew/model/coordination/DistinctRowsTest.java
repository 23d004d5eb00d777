package org.clew.model.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clew.model.coordination.RandomObservations.Row;

/** Acts that archives repeat count once, and what was sorted to find them stays right. */
class DistinctRowsTest {
  private static final int MANY = 300;

  private record Act(int account, int artifact, long seconds, int post) {}

  @Property(tries = 500)
  void shouldKeepTheFirstRowOfEachAct(@ForAll int seed, @ForAll boolean withPosts) {
    List<Row> rows = repeated(seed);

    Observations distinct = RandomObservations.columns(rows).distinct(withPosts);

    assertThat(rows(distinct)).isEqualTo(firstOfEach(rows, withPosts));
  }

  @Property(tries = 500)
  void shouldSortWhatIsLeftLikeRowsThatCameSo(@ForAll int seed, @ForAll boolean withPosts) {
    Observations distinct = RandomObservations.columns(repeated(seed)).distinct(withPosts);
    int[] reversed = new int[distinct.accounts()];
    for (int account = 0; account < reversed.length; account++) {
      reversed[account] = reversed.length - 1 - account;
    }

    Observations derived = distinct.withAccounts(reversed).where(row -> (row * 31 + seed) % 3 != 0);

    assertThat(derived.inTime()).isEqualTo(RandomObservations.columns(rows(derived)).inTime());
    int[] some = Rows.where(derived.size(), row -> row % 2 == 0);
    assertThat(Rows.sharedInTime(derived, some)).isEqualTo(naivelyShared(derived, some));
  }

  /** Some rows twice and some often, near and far from each other. */
  private static List<Row> repeated(int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Row> rows = new ArrayList<>();
    List<Row> base = RandomObservations.rows(random, 1 + random.nextInt(40));
    base.addAll(RandomObservations.crowded(random, 1 + random.nextInt(40)));
    int size = random.nextInt(MANY);
    for (int i = 0; i < size; i++) {
      rows.add(base.get(random.nextInt(base.size())));
    }
    return rows;
  }

  private static List<Row> firstOfEach(List<Row> rows, boolean withPosts) {
    Set<Act> seen = new HashSet<>();
    return rows.stream()
        .filter(
            row ->
                seen.add(
                    new Act(
                        row.account(), row.artifact(), row.seconds(), withPosts ? row.post() : 0)))
        .toList();
  }

  private static int[] naivelyShared(Observations observations, int[] rows) {
    Observations chosen = observations.rows(rows);
    int[] sorted = Rows.byArtifactAndTime(chosen, Rows.onSharedArtifacts(chosen));
    int[] numbers = new int[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      numbers[i] = rows[sorted[i]];
    }
    return numbers;
  }

  private static List<Row> rows(Observations observations) {
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < observations.size(); row++) {
      rows.add(
          new Row(
              observations.account(row),
              observations.artifact(row),
              observations.seconds(row),
              observations.post(row)));
    }
    return rows;
  }
}
