package org.clew.model.evidence;

import java.util.Arrays;
import java.util.Collection;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds up log weights: within a family the strongest and a part of the rest, families in full. */
final class FamilySums {
  private FamilySums() {}

  static double of(EvidenceKinds kinds, Collection<WeighedEvidence> counted) {
    SortedMap<String, double[]> families = new TreeMap<>();
    for (WeighedEvidence each : counted) {
      families.merge(
          each.kind().family(), new double[] {each.logWeight()}, FamilySums::concatenate);
    }
    double sum = 0;
    for (double[] logs : families.values()) {
      sum += family(kinds, logs);
    }
    return sum;
  }

  /** m + min(share · rest, cap · m), summed in one order so that equal sets give equal sums. */
  static double family(EvidenceKinds kinds, double[] logs) {
    double[] sorted = logs.clone();
    Arrays.sort(sorted);
    double rest = 0;
    for (int i = sorted.length - 2; i >= 0; i--) {
      rest += sorted[i];
    }
    double strongest = sorted[sorted.length - 1];
    return strongest + Math.min(kinds.restShare() * rest, kinds.restCap() * strongest);
  }

  private static double[] concatenate(double[] a, double[] b) {
    double[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
