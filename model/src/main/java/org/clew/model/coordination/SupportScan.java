package org.clew.model.coordination;

/**
 * For each edge of an account, the artifacts shared within the window, with the first and last time
 * of the partner's acts. Found entries go to the buffer as (edge, artifact).
 */
final class SupportScan implements AccountScan {
  static final int COLUMNS = 2;
  static final int FIRST = 0;
  static final int LAST = 1;

  private final Timeline timeline;
  private final Grouping byAccount;
  private final EdgeList edges;
  private final Grouping from;
  private final Grouping to;
  private final int[] edgeOfPartner;
  private final int[] entryOfPartner;
  private final int[] groupOfPartner;
  private int group;

  SupportScan(Timeline timeline, Grouping byAccount, EdgeList edges, Grouping from, Grouping to) {
    this.timeline = timeline;
    this.byAccount = byAccount;
    this.edges = edges;
    this.from = from;
    this.to = to;
    this.edgeOfPartner = new int[byAccount.groups()];
    this.entryOfPartner = new int[byAccount.groups()];
    this.groupOfPartner = new int[byAccount.groups()];
  }

  @Override
  public void scan(int source, EdgeBuffer found) {
    if (from.size(source) + to.size(source) == 0) {
      return;
    }
    mark(source, true);
    int end = byAccount.start[source + 1];
    int k = byAccount.start[source];
    while (k < end) {
      int current = timeline.artifact[byAccount.member[k]];
      group++;
      int seen = 0;
      for (; k < end && timeline.artifact[byAccount.member[k]] == current; k++) {
        int row = byAccount.member[k];
        for (int other = Math.max(seen, timeline.windowStart[row]);
            other < timeline.windowEnd[row];
            other++) {
          visit(other, found);
        }
        seen = timeline.windowEnd[row];
      }
    }
    mark(source, false);
  }

  private void visit(int other, EdgeBuffer found) {
    int partner = timeline.account[other];
    int edge = edgeOfPartner[partner] - 1;
    if (edge < 0) {
      return;
    }
    if (groupOfPartner[partner] != group) {
      groupOfPartner[partner] = group;
      entryOfPartner[partner] = found.add(edge, timeline.artifact[other]);
      found.set(FIRST, entryOfPartner[partner], (double) timeline.seconds[other]);
    }
    found.set(LAST, entryOfPartner[partner], (double) timeline.seconds[other]);
  }

  private void mark(int source, boolean on) {
    for (int k = from.start[source]; k < from.start[source + 1]; k++) {
      edgeOfPartner[edges.to[from.member[k]]] = on ? from.member[k] + 1 : 0;
    }
    for (int k = to.start[source]; k < to.start[source + 1]; k++) {
      edgeOfPartner[edges.from[to.member[k]]] = on ? to.member[k] + 1 : 0;
    }
  }
}
