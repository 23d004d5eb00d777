package org.clew.model.coordination;

/**
 * Counts the distinct artifacts an account shares with each later account within the window. A row
 * of an artifact is visited once for each account near it, however often that account repeats.
 */
final class SharedArtifactScan implements AccountScan {
  private final Timeline timeline;
  private final int[] account;
  private final Grouping byAccount;
  private final int minShared;
  private final PartnerCounts counts;

  SharedArtifactScan(Timeline timeline, int[] account, Grouping byAccount, int minShared) {
    this.timeline = timeline;
    this.account = account;
    this.byAccount = byAccount;
    this.minShared = minShared;
    this.counts = new PartnerCounts(byAccount.groups());
  }

  @Override
  public void scan(int source, EdgeBuffer edges) {
    count(source, (partner, shared) -> edges.set(0, edges.add(source, partner), shared));
  }

  /** Hands over each later account with enough artifacts in common, in order. */
  void count(int source, PartnerCounts.Consumer consumer) {
    int[] member = byAccount.member;
    int[] artifact = timeline.artifact;
    int end = byAccount.start[source + 1];
    int k = byAccount.start[source];
    while (k < end) {
      int current = artifact[member[k]];
      counts.nextGroup();
      int seen = 0;
      for (; k < end && artifact[member[k]] == current; k++) {
        int row = member[k];
        visit(source, Math.max(seen, timeline.windowStart[row]), timeline.windowEnd[row]);
        seen = timeline.windowEnd[row];
      }
    }
    counts.drain(minShared, consumer);
  }

  private void visit(int source, int begin, int end) {
    for (int row = begin; row < end; row++) {
      int partner = account[row];
      if (partner > source) {
        counts.hit(partner);
      }
    }
  }
}
