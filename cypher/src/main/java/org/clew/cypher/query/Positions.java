package org.clew.cypher.query;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The positions in messages about a query, as its author counts them. */
final class Positions {
  private static final Pattern POSITION =
      Pattern.compile("line (\\d+), column (\\d+) \\(offset: (\\d+)\\)");

  private Positions() {}

  /** The message on a query before which a text was put, as if it had not been. */
  static String without(String before, String message) {
    return POSITION.matcher(message).replaceAll(found -> moved(found, before.length()));
  }

  private static String moved(MatchResult found, int by) {
    int line = Integer.parseInt(found.group(1));
    int column = Integer.parseInt(found.group(2));
    int offset = Integer.parseInt(found.group(3));
    if (offset < by) {
      return Matcher.quoteReplacement(found.group());
    }
    return "line %d, column %d (offset: %d)"
        .formatted(line, line == 1 ? column - by : column, offset - by);
  }
}
