package org.clew.model.observation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How exactly a moment is known, from fine to coarse. */
public enum TimePrecision {
  /** To the second or finer. */
  SECOND,
  MINUTE,
  HOUR,
  DAY,
  MONTH,
  YEAR;

  private final String id;

  TimePrecision() {
    this.id = name().toLowerCase(Locale.ROOT);
  }

  /** The word in files. */
  public String id() {
    return id;
  }

  /** Whether a moment of this precision is known at least as exactly as the other. */
  public boolean isAtLeast(TimePrecision other) {
    return compareTo(other) <= 0;
  }

  /** The precision of that word, if there is one. */
  public static Optional<TimePrecision> ofId(String id) {
    return Arrays.stream(values()).filter(precision -> precision.id().equals(id)).findFirst();
  }
}
