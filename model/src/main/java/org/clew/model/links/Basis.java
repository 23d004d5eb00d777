package org.clew.model.links;

import java.util.Locale;

/** What a link rests on. */
public enum Basis {
  /** Published identifiers that anyone can look up again. */
  OBSERVED,
  /** A statement without identifiers. */
  REPORTED,
  /** Computed by Clew from other facts. */
  DERIVED;

  /** The word in the graph and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The basis of that word. */
  public static Basis ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
