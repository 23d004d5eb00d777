package org.clew.model.coordination;

import java.util.SplittableRandom;

/**
 * Seeded worlds to detect in: background accounts that share popular links as interest takes them,
 * clusters that share theirs within seconds, sympathisers of a cluster, and a viral news event.
 */
final class PlantedNetwork {
  private static final int DAYS = 20;
  private static final int DAY = 86_400;
  private static final int BACKGROUND_LINKS = 400;

  private final SplittableRandom random;
  private final Observations.Builder rows = Observations.builder();
  private int accounts;
  private int links = BACKGROUND_LINKS;
  private int posts;

  PlantedNetwork(long seed) {
    random = new SplittableRandom(seed);
  }

  /** The index the next account gets. */
  int nextAccount() {
    return accounts;
  }

  /** Accounts of very unlike activity, links of very unlike popularity, each in its days. */
  PlantedNetwork background(int size, int meanActs) {
    for (int i = 0; i < size; i++) {
      int acts = (int) (-Math.log(1 - random.nextDouble()) * meanActs);
      for (int act = 0; act < acts; act++) {
        int link = (int) (BACKGROUND_LINKS * Math.pow(random.nextDouble(), 2.5));
        long birth = (long) (link * 0.618_033_988 % 1 * DAYS * DAY);
        act(accounts + i, link, birth + (long) (-Math.log(1 - random.nextDouble()) * DAY));
      }
    }
    accounts += size;
    return this;
  }

  /** Accounts that share links within seconds of one another, and live an ordinary life beside. */
  PlantedNetwork cluster(int size, int shared, int spreadSeconds) {
    int first = accounts;
    background(size, 15);
    for (int i = 0; i < shared; i++) {
      int link = links++;
      long start = random.nextLong(DAYS * (long) DAY);
      for (int member = first; member < first + size; member++) {
        if (random.nextDouble() < 0.8) {
          act(member, link, start + random.nextInt(spreadSeconds + 1));
        }
      }
      for (int fan = 0; fan < sympathisers; fan++) {
        if (random.nextDouble() < 0.4) {
          act(firstSympathiser + fan, link, start + random.nextInt(DAY / 2));
        }
      }
    }
    return this;
  }

  private int sympathisers;
  private int firstSympathiser;

  /** Accounts that will share the links of the clusters to come, each when they see them. */
  PlantedNetwork sympathisers(int size) {
    firstSympathiser = accounts;
    sympathisers = size;
    return background(size, 15);
  }

  /** Many accounts of those so far share a few links within the hour. */
  PlantedNetwork viralEvent(int size, int eventLinks) {
    long start = random.nextLong(DAYS * (long) DAY);
    for (int i = 0; i < size; i++) {
      int account = random.nextInt(accounts);
      for (int link = 0; link < eventLinks; link++) {
        act(account, links + link, start + random.nextInt(3600));
      }
    }
    links += eventLinks;
    return this;
  }

  Observations observations() {
    return rows.build();
  }

  private void act(int account, int link, long seconds) {
    rows.add(account, link, seconds, posts++);
  }
}
