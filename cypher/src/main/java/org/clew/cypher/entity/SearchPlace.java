package org.clew.cypher.entity;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a search goes on. The order depends on the entity and the text alone, not on what else the
 * graph holds as a score would, so that a load between two pages moves nothing.
 *
 * @param rank 0 for a name that is the text, 1 for one that begins with it, 2 where all words occur
 *     and 3 for the rest
 * @param length of the name, the shorter first
 * @param id of the entity
 */
public record SearchPlace(int rank, int length, String id) {
  /** Before the best match. */
  public static final SearchPlace START = new SearchPlace(0, -1, "");

  private static final Pattern TEXT = Pattern.compile("(?s)([0-3]):(\\d{1,9}):(.+)");

  /** The place as text, for {@link #parse}. */
  public String text() {
    return rank + ":" + length + ":" + id;
  }

  /** The place a text gives, if it gives one. */
  public static Optional<SearchPlace> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new SearchPlace(
                Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)), parts.group(3)))
        : Optional.empty();
  }
}
