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
  private final int[] labelsByBin;
  private final int[] pool;
  private final int[] labels;

  NullEdges(Acts acts, int minShared, ChanceModel chance, double[] observedP) {
    this.acts = acts;
    this.minShared = minShared;
    this.chance = chance;
    this.observedP = observedP;
    this.labelsByBin = new int[acts.size()];
    Arrays.setAll(labelsByBin, i -> acts.timeline.account[acts.byBin.member[i]]);
    this.pool = new int[acts.size()];
    this.labels = new int[acts.crowded.size()];
  }

  /** Counts indexed by the first observed p, of those given ascending, that is not smaller. */
  int[] count(long seed) {
    permute(new SplittableRandom(seed));
    int[] counts = new int[observedP.length];
    Grouping byAccount = Grouping.of(labels, acts.accounts);
    SharedArtifactScan scan = new SharedArtifactScan(acts.crowded, labels, byAccount, minShared);
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

  /** Labels of crowded acts, drawn without replacement from all labels of their bin. */
  private void permute(SplittableRandom random) {
    System.arraycopy(labelsByBin, 0, pool, 0, pool.length);
    Grouping crowded = acts.crowdedByBin;
    for (int bin = 0; bin < crowded.groups(); bin++) {
      int next = acts.byBin.start[bin];
      int end = acts.byBin.start[bin + 1];
      for (int k = crowded.start[bin]; k < crowded.start[bin + 1]; k++) {
        int drawn = next + random.nextInt(end - next);
        labels[crowded.member[k]] = pool[drawn];
        pool[drawn] = pool[next];
        next++;
      }
    }
  }
}
