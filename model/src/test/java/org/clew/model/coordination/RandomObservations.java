package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Small random inputs, dense in coincidences. */
final class RandomObservations {
  private RandomObservations() {}

  /** One act. */
  record Row(int account, int artifact, long seconds, int post) {}

  static Arbitrary<List<Row>> lists() {
    return Arbitraries.integers()
        .between(0, Integer.MAX_VALUE)
        .flatMap(
            seed ->
                Arbitraries.integers()
                    .between(0, 40)
                    .map(size -> rows(new SplittableRandom(seed), size)));
  }

  /** Accounts own their posts; a post may act on several artifacts, at its own time. */
  static List<Row> rows(SplittableRandom random, int size) {
    int accounts = 1 + random.nextInt(6);
    int artifacts = 1 + random.nextInt(5);
    int posts = 1 + random.nextInt(30);
    int span = 1 + random.nextInt(200);
    long[] time = random.longs(posts, 0, span).toArray();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int post = random.nextInt(posts);
      rows.add(new Row(post % accounts, random.nextInt(artifacts), time[post], post));
    }
    return rows;
  }

  /**
   * Posts that lie 59, 60 or 61 seconds apart or at one time, nearly all on one artifact; artifact
   * 1 has none.
   */
  static List<Row> crowded(SplittableRandom random, int size) {
    int[] times = {0, 59, 60, 61, 119, 120, 121};
    int accounts = 1 + random.nextInt(8);
    int[] timeOfPost = random.ints(size, 0, times.length).map(at -> times[at]).toArray();
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      int post = random.nextInt(size);
      int artifact = random.nextInt(10) == 0 ? 2 : 0;
      rows.add(new Row(post % accounts, artifact, timeOfPost[post], post));
    }
    return rows;
  }

  static Observations columns(List<Row> rows) {
    Observations.Builder builder = Observations.builder();
    rows.forEach(row -> builder.add(row.account(), row.artifact(), row.seconds(), row.post()));
    return builder.build();
  }
}
