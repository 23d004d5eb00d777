package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.clew.model.entity.EntityId;

/** Prints how long the test of amplification takes; run by hand, never by the build. */
public final class AmplifiersBenchmark {
  private static final int CLUSTERS = 1_000;
  private static final int OUTLETS = 1_000;
  private static final int ACCOUNTS = 100_000;
  private static final int TARGETS = 20_000;
  private static final int LINKS = 1_000_000;

  private AmplifiersBenchmark() {}

  /** 1,000 clusters of 10 to 500 accounts against 1,000 outlets over 10⁶ links. */
  public static void main(String[] arguments) {
    SplittableRandom random = new SplittableRandom(1);
    long start = System.nanoTime();
    AmplificationLayer layer = layer(random);
    System.out.printf(Locale.ROOT, "layer of %d links: %.1f s%n", layer.links(), seconds(start));
    List<EntityId> outlets =
        IntStream.range(0, OUTLETS).mapToObj(AmplifiersBenchmark::target).toList();
    start = System.nanoTime();
    long reached = 0;
    for (int cluster = 0; cluster < CLUSTERS; cluster++) {
      reached += Amplifiers.test(layer, members(random), outlets).reached().size();
    }
    System.out.printf(
        Locale.ROOT,
        "%d clusters x %d outlets, %d reached: %.1f s%n",
        CLUSTERS,
        OUTLETS,
        reached,
        seconds(start));
  }

  private static AmplificationLayer layer(SplittableRandom random) {
    AmplificationLayer.Builder builder = new AmplificationLayer.Builder();
    for (int i = 0; i < LINKS; i++) {
      int account = (int) (ACCOUNTS * Math.pow(random.nextDouble(), 1.5));
      int target = (int) (TARGETS * Math.pow(random.nextDouble(), 2));
      builder.add(EntityId.account("x", String.valueOf(account)), target(target), 1);
    }
    return builder.build();
  }

  private static List<EntityId> members(SplittableRandom random) {
    List<EntityId> members = new ArrayList<>();
    int size = (int) (10 * Math.pow(50, random.nextDouble()));
    for (int i = 0; i < size; i++) {
      members.add(EntityId.account("x", String.valueOf(random.nextInt(ACCOUNTS))));
    }
    return members;
  }

  private static EntityId target(int number) {
    return EntityId.domain("d" + number + ".example");
  }

  private static double seconds(long since) {
    return (System.nanoTime() - since) / 1e9;
  }
}
