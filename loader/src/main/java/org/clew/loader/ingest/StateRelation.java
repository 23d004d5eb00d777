package org.clew.loader.ingest;

import java.util.Locale;

/** A State's hand in an outlet, as the State Media Matrix types it. */
enum StateRelation {
  STATE_CONTROLLED,
  CAPTURED,
  INDEPENDENT,
  UNKNOWN;

  static StateRelation ofTypology(String typology) {
    return switch (typology.toUpperCase(Locale.ROOT)) {
      case "SC" -> STATE_CONTROLLED;
      case "CAPU", "CAPR" -> CAPTURED;
      case "ISFM", "ISFM?", "ISF", "ISM", "IP" -> INDEPENDENT;
      default -> UNKNOWN;
    };
  }

  /** Whether the source says that the State has the outlet in its hand. */
  boolean isOfTheState() {
    return this == STATE_CONTROLLED || this == CAPTURED;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
