package org.clew.model.coordination;

import java.util.Arrays;

/**
 * Acts: one for each artifact, account and bin, at its first time; by artifact and time, with their
 * bins as indexes from 0 in the order of time. Only crowded acts, those with another in their
 * window, can make a pair.
 */
final class Acts {
  final Timeline timeline;
  final int[] bin;
  final Grouping byBin;
  final Timeline crowded;
  final Grouping crowdedByBin;
  final int accounts;

  private Acts(Timeline timeline, int[] bin, int bins, int accounts, long windowSeconds) {
    this.timeline = timeline;
    this.bin = bin;
    this.byBin = Grouping.of(bin, bins);
    int[] chosen = timeline.crowded();
    this.crowded = timeline.only(chosen, windowSeconds);
    int[] binOfCrowded = new int[chosen.length];
    Arrays.setAll(binOfCrowded, i -> bin[chosen[i]]);
    this.crowdedByBin = Grouping.of(binOfCrowded, bins);
    this.accounts = accounts;
  }

  static Acts of(Observations observations, int[] rows, SignificanceParameters parameters) {
    int[] sorted = Rows.byArtifactAndTime(observations, rows);
    int[] acts = firsts(observations, sorted, parameters.binSeconds());
    Timeline timeline = Timeline.sorted(observations, acts, parameters.windowSeconds());
    long[] binOfAct = new long[acts.length];
    Arrays.setAll(binOfAct, act -> bin(timeline.seconds[act], parameters.binSeconds()));
    long[] bins = Arrays.stream(binOfAct).sorted().distinct().toArray();
    int[] index = new int[acts.length];
    Arrays.setAll(index, act -> Arrays.binarySearch(bins, binOfAct[act]));
    return new Acts(
        timeline, index, bins.length, observations.accounts(), parameters.windowSeconds());
  }

  int size() {
    return bin.length;
  }

  private static int[] firsts(Observations observations, int[] sorted, long binSeconds) {
    int[] lastSeen = new int[observations.accounts()];
    int[] acts = new int[sorted.length];
    int count = 0;
    int group = 0;
    for (int i = 0; i < sorted.length; i++) {
      if (i == 0 || !sameCell(observations, sorted[i - 1], sorted[i], binSeconds)) {
        group++;
      }
      int account = observations.account[sorted[i]];
      if (lastSeen[account] != group) {
        lastSeen[account] = group;
        acts[count++] = sorted[i];
      }
    }
    return Arrays.copyOf(acts, count);
  }

  private static boolean sameCell(Observations rows, int one, int two, long binSeconds) {
    return rows.artifact[one] == rows.artifact[two]
        && bin(rows.seconds[one], binSeconds) == bin(rows.seconds[two], binSeconds);
  }

  private static long bin(long seconds, long binSeconds) {
    return binSeconds == CoActionParameters.NO_WINDOW ? 0 : Math.floorDiv(seconds, binSeconds);
  }
}
