package org.clew.model.attribution;

import java.util.Set;

/** What Clew may conclude about a subject. */
public enum Relation {
  /** Operated from that State, whoever directs it. */
  ORIGINATES_IN("originates in"),
  /** Control evidence reaches an official or state-controlled outlet, or a State's organization. */
  STATE_LINKED("state-linked"),
  /** Control evidence reaches an outlet that a State has captured. */
  LINKED_TO_CAPTURED("linked to a captured outlet"),
  /** Control evidence reaches an outlet of which no source says that a State directs it. */
  LINKED("linked"),
  /** The subject spreads the outlet's content more than chance explains; nothing says control. */
  STATE_ALIGNED("state-aligned"),
  NONE("none");

  private static final Set<String> DIRECTED = Set.of("official", Candidate.STATE_CONTROLLED);

  private final String word;

  Relation(String word) {
    this.word = word;
  }

  /** What control by an outlet or organization of that state relation means. */
  static Relation ofControlBy(String stateRelation) {
    if (DIRECTED.contains(stateRelation)) {
      return STATE_LINKED;
    }
    return stateRelation.equals(Candidate.CAPTURED) ? LINKED_TO_CAPTURED : LINKED;
  }

  /** How much it says of a State, to order words that contradict each other. */
  int severity() {
    return switch (this) {
      case LINKED_TO_CAPTURED -> 1;
      case STATE_LINKED -> 2;
      default -> 0;
    };
  }

  /** The words in documents. */
  public String word() {
    return word;
  }
}
