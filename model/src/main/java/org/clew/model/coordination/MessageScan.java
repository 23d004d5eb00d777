package org.clew.model.coordination;

/**
 * Counts an account's posts that have another post of each account near them. Every post has one
 * row.
 */
final class MessageScan implements AccountScan {
  private final Timeline timeline;
  private final Grouping byAccount;
  private final CoActionParameters parameters;
  private final PartnerCounts counts;

  MessageScan(Timeline timeline, Grouping byAccount, CoActionParameters parameters) {
    this.timeline = timeline;
    this.byAccount = byAccount;
    this.parameters = parameters;
    this.counts = new PartnerCounts(byAccount.groups());
  }

  @Override
  public void scan(int source, EdgeBuffer edges) {
    for (int k = byAccount.start[source]; k < byAccount.start[source + 1]; k++) {
      int row = byAccount.member[k];
      counts.nextGroup();
      visit(timeline.windowStart[row], row);
      visit(row + 1, timeline.windowEnd[row]);
    }
    counts.drain(
        parameters.minWeight(),
        (partner, posts) -> {
          if (partner != source || parameters.selfLoops()) {
            edges.set(0, edges.add(source, partner), posts);
          }
        });
  }

  private void visit(int begin, int end) {
    for (int row = begin; row < end; row++) {
      counts.hit(timeline.account[row]);
    }
  }
}
