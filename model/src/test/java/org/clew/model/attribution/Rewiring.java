package org.clew.model.attribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Rewires a layer and keeps how many targets each account and how many accounts each target has:
 * two links trade their targets, or stay where that would make one twice.
 */
final class Rewiring {
  private final boolean[][] reaches;
  private final Random random;
  private final List<int[]> links = new ArrayList<>();

  Rewiring(boolean[][] reaches, Random random) {
    this.reaches = reaches;
    this.random = random;
    for (int account = 0; account < reaches.length; account++) {
      for (int target = 0; target < reaches[account].length; target++) {
        if (reaches[account][target]) {
          links.add(new int[] {account, target});
        }
      }
    }
  }

  /** The layer as it stands. */
  boolean[][] reaches() {
    return reaches;
  }

  /** Tries so many trades; a refused one counts, so that every layer is equally likely. */
  void swap(int trades) {
    for (int i = 0; i < trades; i++) {
      int[] one = links.get(random.nextInt(links.size()));
      int[] other = links.get(random.nextInt(links.size()));
      if (!reaches[one[0]][other[1]] && !reaches[other[0]][one[1]]) {
        set(one, other, false);
        int target = one[1];
        one[1] = other[1];
        other[1] = target;
        set(one, other, true);
      }
    }
  }

  private void set(int[] one, int[] other, boolean value) {
    reaches[one[0]][one[1]] = value;
    reaches[other[0]][other[1]] = value;
  }
}
