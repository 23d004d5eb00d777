package org.clew.model.trace;

import java.util.List;

/** Puts names into sentences. */
final class Names {
  private static final int SHOWN = 5;

  private Names() {}

  /** Up to five of them, and how many more there are. */
  static String list(List<String> names) {
    if (names.size() <= SHOWN) {
      return String.join(", ", names);
    }
    return String.join(", ", names.subList(0, SHOWN)) + " and " + (names.size() - SHOWN) + " more";
  }

  /** The first alone, or all with "and" before the last. */
  static String and(List<String> parts) {
    if (parts.size() < 2) {
      return String.join("", parts);
    }
    int last = parts.size() - 1;
    return String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
  }

  /** The plural of a kind of evidence: ids, IP addresses, hosts that serve its files. */
  static String plural(String noun) {
    int relative = noun.indexOf(" that ");
    if (relative > 0) {
      return plural(noun.substring(0, relative))
          + noun.substring(relative).replace("serves", "serve");
    }
    if (noun.endsWith("s") && !noun.endsWith("ss")) {
      return noun;
    }
    if (noun.endsWith("ss")) {
      return noun + "es";
    }
    return noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s";
  }
}
