package org.clew.model.coordination;

/**
 * Detects accounts that act on the same artifacts within a sliding time window.
 *
 * <p>Rows are sorted by artifact and time once; then each account's rows are compared with the rows
 * in their windows. For n rows and W pairs of rows in one window this takes O(n + W) time, and
 * memory for n, the accounts (a few words a thread) and the edges that are kept; never for the
 * pairs.
 *
 * <p>{@link WeightMode#PAIRS} gives CooRTweet's edges (commit d31a008), {@link WeightMode#MESSAGES}
 * those of the coordination-network-toolkit (commit daa0e11).
 */
public final class CoAction {
  private CoAction() {}

  /**
   * Finds the edges.
   *
   * @param observations acts on artifacts of one kind, in any order. For {@link
   *     WeightMode#MESSAGES} an artifact counts once a post, by its first row; whoever wants one
   *     artifact a post leaves the other rows out
   * @param parameters mode, window and limits
   * @param threads how many threads to use; the result is the same for any number
   */
  public static CoActionResult detect(
      Observations observations, CoActionParameters parameters, int threads) {
    return switch (parameters.mode()) {
      case ARTIFACTS -> artifacts(observations, parameters, threads);
      case PAIRS -> pairs(observations, parameters, threads);
      case MESSAGES -> messages(observations, parameters, threads);
    };
  }

  private static CoActionResult artifacts(
      Observations observations, CoActionParameters parameters, int threads) {
    RowSelection selection = selection(observations, parameters);
    Timeline timeline = Timeline.ofShared(observations, selection.rows, parameters.windowSeconds());
    Grouping byAccount = Grouping.of(timeline.account, observations.accounts());
    EdgeBuffer edges =
        AccountScan.all(
            timeline,
            byAccount,
            1,
            threads,
            () ->
                new SharedArtifactScan(
                    timeline, timeline.account, byAccount, parameters.minWeight()));
    return new CoActionResult(parameters, edges.edges(0), null, selection.capped);
  }

  private static CoActionResult pairs(
      Observations observations, CoActionParameters parameters, int threads) {
    RowSelection selection = selection(observations, parameters);
    Timeline timeline = Timeline.ofShared(observations, selection.rows, parameters.windowSeconds());
    Grouping byAccount = Grouping.of(timeline.account, observations.accounts());
    PairRule rule =
        PairRule.of(timeline, observations, selection.rows, parameters.minParticipation());
    int[] byPost =
        Rows.stablePass(
            Grouping.of(rule.postOfRow(), rule.posts()).member,
            row -> timeline.account[row],
            observations.accounts());
    EdgeBuffer edges =
        AccountScan.all(
            timeline,
            byAccount,
            PairScan.COLUMNS,
            threads,
            () -> new PairScan(timeline, byAccount, byPost, rule, parameters.minWeight()));
    return new CoActionResult(
        parameters, edges.edges(PairScan.PAIRS), PairDetails.of(edges), selection.capped);
  }

  private static CoActionResult messages(
      Observations observations, CoActionParameters parameters, int threads) {
    Observations messages = observations.rows(Rows.firstOfEachActInAPost(observations));
    RowSelection selection = selection(messages, parameters);
    Timeline timeline = Timeline.ofShared(messages, selection.rows, parameters.windowSeconds());
    Grouping byAccount = Grouping.of(timeline.account, messages.accounts());
    int[] byPost =
        Rows.stablePass(
            Grouping.of(timeline.post, messages.posts()).member,
            row -> timeline.account[row],
            messages.accounts());
    EdgeBuffer edges =
        AccountScan.all(
            timeline,
            byAccount,
            1,
            threads,
            () -> new MessageScan(timeline, byAccount, byPost, parameters));
    return new CoActionResult(parameters, edges.edges(0), null, selection.capped);
  }

  private static RowSelection selection(Observations observations, CoActionParameters parameters) {
    return RowSelection.of(
        observations, parameters.minParticipation(), parameters.maxRowsPerArtifact());
  }
}
