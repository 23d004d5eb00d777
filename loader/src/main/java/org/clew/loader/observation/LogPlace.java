package org.clew.loader.observation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in the log. A load that is added before or after it changes nothing; what is taken out of
 * its load moves it.
 *
 * @param load id of the load
 * @param group number of the row group in the load's segment
 * @param row number of the row in the group that comes next
 */
public record LogPlace(String load, int group, int row) {
  private static final Pattern TEXT = Pattern.compile("([0-9a-f]{1,64}):(\\d{1,9}):(\\d{1,9})");

  /** The place as text, for {@link #parse}. */
  public String text() {
    return load + ":" + group + ":" + row;
  }

  /** The place a text gives, if it gives one. */
  public static Optional<LogPlace> parse(String text) {
    Matcher parts = TEXT.matcher(text);
    return parts.matches()
        ? Optional.of(
            new LogPlace(
                parts.group(1), Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3))))
        : Optional.empty();
  }
}
