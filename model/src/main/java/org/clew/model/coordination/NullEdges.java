package org.clew.model.coordination;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * One permutation of account labels within bins: how many of its edges have a p up to each observed
 * p. How busy each account is and when, and how popular each artifact is and when, stay as they
 * are. Holds scratch memory, so each thread has its own.
 */
final class NullEdges {
  private final Acts acts;
  private final int minShared;
  private final ChanceModel chance;
  private final double[] observedP;
  private final int[] labels;

  NullEdges(Acts acts, int minShared, ChanceModel chance, double[] observedP) {
    this.acts = acts;
    this.minShared = minShared;
    this.chance = chance;
    this.observedP = observedP;
    this.labels = new int[acts.size()];
  }

  /** Counts indexed by the first observed p, of those given ascending, that is not smaller. */
  int[] count(long seed) {
    permute(new SplittableRandom(seed));
    int[] counts = new int[observedP.length];
    Grouping byAccount = Grouping.of(labels, acts.accounts);
    SharedArtifactScan scan = new SharedArtifactScan(acts.timeline, labels, byAccount, minShared);
    for (int account = 0; account < acts.accounts; account++) {
      int source = account;
      scan.count(
          source,
          (partner, shared) -> {
            double p = PoissonTail.atLeast(shared, chance.expected(source, partner));
            int place = Arrays.binarySearch(observedP, p);
            int index = place >= 0 ? place : -place - 1;
            if (index < counts.length) {
              counts[index]++;
            }
          });
    }
    return counts;
  }

  private void permute(SplittableRandom random) {
    System.arraycopy(acts.timeline.account, 0, labels, 0, labels.length);
    int[] member = acts.byBin.member;
    for (int bin = 0; bin < acts.byBin.groups(); bin++) {
      int begin = acts.byBin.start[bin];
      for (int i = acts.byBin.start[bin + 1] - 1; i > begin; i--) {
        int other = begin + random.nextInt(i - begin + 1);
        int label = labels[member[i]];
        labels[member[i]] = labels[member[other]];
        labels[member[other]] = label;
      }
    }
  }
}
