package org.clew.model.attribution;

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

  private final String word;

  Relation(String word) {
    this.word = word;
  }

  /** The words in documents. */
  public String word() {
    return word;
  }
}
