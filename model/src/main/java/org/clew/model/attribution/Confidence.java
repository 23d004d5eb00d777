package org.clew.model.attribution;

import java.util.Locale;

/** How surely control may be concluded, the least first. */
public enum Confidence {
  INSUFFICIENT,
  LOW,
  MODERATE,
  HIGH;

  /** The word in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
