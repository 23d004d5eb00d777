package org.clew.model.coordination;

/**
 * Counts an account's posts that have another post of each account near them on one of their
 * artifacts. A post has one row for each of its artifacts.
 */
final class MessageScan implements AccountScan {
  private final Timeline timeline;
  private final Grouping byAccount;
  private final int[] byPost;
  private final CoActionParameters parameters;
  private final PartnerCounts counts;

  /**
   * The rows of account {@code a} are {@code byPost[byAccount.start[a]]} and so on, by their post.
   */
  MessageScan(Timeline timeline, Grouping byAccount, int[] byPost, CoActionParameters parameters) {
    this.timeline = timeline;
    this.byAccount = byAccount;
    this.byPost = byPost;
    this.parameters = parameters;
    this.counts = new PartnerCounts(byAccount.groups());
  }

  @Override
  public void scan(int source, EdgeBuffer edges) {
    int begin = byAccount.start[source];
    for (int k = begin; k < byAccount.start[source + 1]; k++) {
      int row = byPost[k];
      if (k == begin || timeline.post[byPost[k - 1]] != timeline.post[row]) {
        counts.nextGroup();
      }
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
