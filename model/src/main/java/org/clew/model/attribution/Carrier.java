package org.clew.model.attribution;

import java.util.List;
import java.util.Locale;

/**
 * One thing the score hangs on.
 *
 * @param part what it is
 * @param fact one clause for a reader
 * @param ids the entities and sources it is made of
 * @param scoreWithout S when it is taken away and every pair it is part of is weighed again
 */
public record Carrier(Part part, String fact, List<String> ids, double scoreWithout) {
  public Carrier {
    ids = List.copyOf(ids);
  }

  /** What can be taken away. */
  public enum Part {
    INDICATOR,
    RELATION,
    /** All indicators of one pair that a crowd shares. */
    CROWD,
    /** A source that reports derive from. */
    ROOT,
    MEMBER,
    /** All that an account administers, where that is a crowd. */
    ADMINISTRATOR;

    /** The word in documents. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
