package org.clew.model.attribution;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How likely an account reaches a target by chance: the bipartite configuration model of maximum
 * entropy, p = x·y / (1 + x·y), its numbers fitted so that every account is expected to reach as
 * many targets, and every target as many accounts, as they do. On sparse layers p is k·K/M.
 * (Saracco et al., Randomizing bipartite networks: the case of the World Trade Web, 2015.)
 *
 * <p>Nodes of one degree share one number, so a round costs the product of the numbers of different
 * degrees on both sides, at most 2·M. Where a degree is as large as it can be, p only comes near 1.
 */
final class ChanceOfReach {
  private static final double TOLERANCE = 1e-6;
  private static final int MOST_ROUNDS = 1_000;

  private final double[] ofAccount;
  private final double[] ofTarget;

  private ChanceOfReach(double[] ofAccount, double[] ofTarget) {
    this.ofAccount = ofAccount;
    this.ofTarget = ofTarget;
  }

  /**
   * Fits the model.
   *
   * @param targetsOf k of each account, at least 1
   * @param accountsOf K of each target, at least 1
   */
  static ChanceOfReach fit(int[] targetsOf, int[] accountsOf) {
    double root = Math.sqrt(Arrays.stream(targetsOf).asDoubleStream().sum());
    Side accounts = new Side(targetsOf, root);
    Side targets = new Side(accountsOf, root);
    boolean settled = false;
    for (int round = 0; !settled && round < MOST_ROUNDS; round++) {
      boolean accountsSettled = accounts.approach(targets);
      settled = targets.approach(accounts) && accountsSettled;
    }
    return new ChanceOfReach(accounts.spread(targetsOf), targets.spread(accountsOf));
  }

  /** The probability that an account reaches a target. */
  double of(int account, int target) {
    double odds = ofAccount[account] * ofTarget[target];
    return odds / (1 + odds);
  }

  /** The different degrees of one side, how many nodes have each, and the number they share. */
  private static final class Side {
    private final int[] degrees;
    private final int[] nodes;
    private final double[] numbers;

    Side(int[] all, double root) {
      degrees = IntStream.of(all).distinct().sorted().toArray();
      nodes = new int[degrees.length];
      IntStream.of(all).forEach(degree -> nodes[Arrays.binarySearch(degrees, degree)]++);
      numbers = IntStream.of(degrees).mapToDouble(degree -> degree / root).toArray();
    }

    /** One step towards the degrees; whether they were met before it. */
    boolean approach(Side other) {
      boolean met = true;
      for (int i = 0; i < degrees.length; i++) {
        double perNumber = 0;
        for (int j = 0; j < other.degrees.length; j++) {
          perNumber += other.nodes[j] * other.numbers[j] / (1 + numbers[i] * other.numbers[j]);
        }
        met &= Math.abs(numbers[i] * perNumber - degrees[i]) <= TOLERANCE * degrees[i];
        numbers[i] = degrees[i] / perNumber;
      }
      return met;
    }

    double[] spread(int[] all) {
      return IntStream.of(all)
          .mapToDouble(degree -> numbers[Arrays.binarySearch(degrees, degree)])
          .toArray();
    }
  }
}
