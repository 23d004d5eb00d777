package org.clew.benchmarks.graph;

/**
 * How much of what a graph holds: five links an entity; hubs at which 15 of 100 entities stand; a
 * fifth of the links control evidence, in it one pair of assets for ten entities that one operator
 * likely runs (p ≥ 0.5: two assets with a tracker id of their own).
 *
 * @param entities about how many; at least 10,000
 */
public record GraphPlan(int entities) {
  /** Outlets that traces lead to. */
  public static final int OUTLETS = 200;

  /** Accounts, the first ones, that traces start from. */
  public static final int SUBJECTS = 50;

  /** Domains that hubs link to, beside the others. */
  public static final int HUBS = 3;

  private static final int LEAST = 10_000;

  public GraphPlan {
    if (entities < LEAST) {
      throw new IllegalArgumentException("A graph has at least " + LEAST + " entities.");
    }
  }

  int accounts() {
    return entities / 5 * 3;
  }

  int domains() {
    return entities / 5;
  }

  int pairs() {
    return entities / 10;
  }

  /**
   * As many accounts, and as many domains, the first ones, have the pairs among them: more than
   * three pairs an asset, so that chains of six hops form.
   */
  public int tied() {
    return entities * 3 / 100;
  }

  int groups() {
    return entities - accounts() - domains() - pairs() - OUTLETS - HUBS;
  }

  int atHub() {
    return entities * 3 / 20;
  }
}
