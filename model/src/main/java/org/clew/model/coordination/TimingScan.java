package org.clew.model.coordination;

/** For each edge of an account, how its acts lie in time to the partner's. */
final class TimingScan implements AccountScan {
  static final int COLUMNS = 4;
  static final int DISTANCE = 0;
  static final int PAIRS = 1;
  static final int OLDER = 2;
  static final int NEWER = 3;

  private final Timeline timeline;
  private final Grouping byAccount;
  private final EdgeList edges;
  private final Grouping from;
  private final Grouping to;
  private final int[] edgeOfPartner;
  private final int[] entryOfEdge;
  private final int[] olderIn;
  private final int[] newerIn;

  TimingScan(Timeline timeline, Grouping byAccount, EdgeList edges, Grouping from, Grouping to) {
    this.timeline = timeline;
    this.byAccount = byAccount;
    this.edges = edges;
    this.from = from;
    this.to = to;
    this.edgeOfPartner = new int[byAccount.groups()];
    this.entryOfEdge = new int[byAccount.groups()];
    this.olderIn = new int[byAccount.groups()];
    this.newerIn = new int[byAccount.groups()];
  }

  @Override
  public void scan(int source, EdgeBuffer found) {
    if (from.size(source) + to.size(source) == 0) {
      return;
    }
    mark(source, found);
    for (int k = byAccount.start[source]; k < byAccount.start[source + 1]; k++) {
      int row = byAccount.member[k];
      for (int other = timeline.windowStart[row]; other < timeline.windowEnd[row]; other++) {
        if (edgeOfPartner[timeline.account[other]] > 0) {
          visit(row, other, found);
        }
      }
    }
    clear(source);
  }

  /** An act that is older than one of the partner's and newer than another counts on both sides. */
  private void visit(int row, int other, EdgeBuffer found) {
    int partner = timeline.account[other];
    int entry = entryOfEdge[partner];
    long ahead = timeline.seconds[other] - timeline.seconds[row];
    found.values[DISTANCE][entry] += Math.abs(ahead);
    found.values[PAIRS][entry]++;
    if (ahead >= 0 && olderIn[partner] != row + 1) {
      olderIn[partner] = row + 1;
      found.values[OLDER][entry]++;
    }
    if (ahead <= 0 && newerIn[partner] != row + 1) {
      newerIn[partner] = row + 1;
      found.values[NEWER][entry]++;
    }
  }

  private void mark(int source, EdgeBuffer found) {
    for (int k = from.start[source]; k < from.start[source + 1]; k++) {
      mark(edges.to[from.member[k]], from.member[k], found);
    }
    for (int k = to.start[source]; k < to.start[source + 1]; k++) {
      mark(edges.from[to.member[k]], to.member[k], found);
    }
  }

  private void mark(int partner, int edge, EdgeBuffer found) {
    edgeOfPartner[partner] = edge + 1;
    entryOfEdge[partner] = found.add(edge, 0);
    for (int column = 0; column < COLUMNS; column++) {
      found.set(column, entryOfEdge[partner], 0);
    }
  }

  private void clear(int source) {
    for (int k = from.start[source]; k < from.start[source + 1]; k++) {
      clearPartner(edges.to[from.member[k]]);
    }
    for (int k = to.start[source]; k < to.start[source + 1]; k++) {
      clearPartner(edges.from[to.member[k]]);
    }
  }

  private void clearPartner(int partner) {
    edgeOfPartner[partner] = 0;
    olderIn[partner] = 0;
    newerIn[partner] = 0;
  }
}
