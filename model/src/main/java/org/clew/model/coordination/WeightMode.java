package org.clew.model.coordination;

/** What the weight of an edge between two accounts counts. */
public enum WeightMode {
  /** Distinct artifacts shared within the window: one account's repeats do not count. */
  ARTIFACTS,
  /**
   * Pairs of posts within the window, repeats included, as CooRTweet counts them (commit d31a008).
   */
  PAIRS,
  /**
   * Directed: distinct posts of the one with a post of the other in the window, as the
   * coordination-network-toolkit counts them (commit daa0e11).
   */
  MESSAGES
}
