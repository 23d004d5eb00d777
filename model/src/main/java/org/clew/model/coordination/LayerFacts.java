package org.clew.model.coordination;

/** What describing clusters needs to know of a layer's observations, counted once. */
final class LayerFacts {
  private final Acts acts;
  private final Activity daily;
  private final int[] accountsOfArtifact;
  private final int accounts;

  LayerFacts(SignalLayer layer) {
    Observations observations = layer.observations();
    int[] all = Rows.where(observations.size(), row -> true);
    acts = Acts.of(observations, all, SignificanceParameters.timeFree());
    daily = Activity.of(Acts.of(observations, all, SignificanceParameters.windowed(0)));
    accountsOfArtifact = new int[observations.artifacts()];
    boolean[] active = new boolean[observations.accounts()];
    for (int act = 0; act < acts.size(); act++) {
      accountsOfArtifact[acts.timeline.artifact[act]]++;
      active[acts.timeline.account[act]] = true;
    }
    accounts = Rows.where(active.length, account -> active[account]).length;
  }

  /** Accounts that act in this layer. */
  int accounts() {
    return accounts;
  }

  /** Accounts that acted on an artifact. */
  int accountsOf(int artifact) {
    return accountsOfArtifact[artifact];
  }

  /** Days on which an account acted. */
  int activeDays(int account) {
    return account + 1 < daily.start.length ? daily.start[account + 1] - daily.start[account] : 0;
  }

  /** Distinct artifacts an account acted on, counted once a day. */
  int acts(int account) {
    int sum = 0;
    for (int k = 0; k < activeDays(account); k++) {
      sum += daily.acts[daily.start[account] + k];
    }
    return sum;
  }
}
