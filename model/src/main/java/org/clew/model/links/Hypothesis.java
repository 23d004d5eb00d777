package org.clew.model.links;

/** What a relationship can be evidence of. The two hypotheses are never added up. */
public enum Hypothesis {
  /** "Is run by". */
  CONTROL,
  /** "Spreads the content of". */
  AMPLIFICATION,
  /** A State's relation to an outlet or organization: an input. */
  STATE_RELATION,
  /** Behaviour of accounts, which coordination is detected from. */
  BEHAVIOUR,
  /** Evidence of neither. */
  CONTEXT
}
