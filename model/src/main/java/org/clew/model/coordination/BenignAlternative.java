package org.clew.model.coordination;

import java.util.List;

/**
 * An innocent explanation of a cluster that is worth checking.
 *
 * @param kind which
 * @param reason the figures that suggest it, as a sentence
 * @param accounts the members it is about; empty for the cluster as a whole
 */
public record BenignAlternative(Kind kind, String reason, List<Integer> accounts) {
  /** Copies the list. */
  public BenignAlternative {
    accounts = List.copyOf(accounts);
  }

  /** What else could bring accounts together. */
  public enum Kind {
    /** Many people reacted to one event. */
    SAME_NEWS_EVENT,
    /** An automatic account posts headlines, and others pass them on. */
    HEADLINE_BOT,
    /** Followers repeat one account they like. */
    FANS,
    /** A petition or campaign asks everyone to share the same thing. */
    PETITION
  }
}
