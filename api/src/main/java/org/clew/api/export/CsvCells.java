package org.clew.api.export;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What stands in a cell. A list is joined by {@code |}; in its items a backslash stands before each
 * {@code |} and backslash. A text a spreadsheet could take for a formula (ASVS 1.2.10: it starts
 * with {@code = + - @}, tab or NUL) has an apostrophe before it; so has a text that looks like one
 * made harmless that way, so that taking one apostrophe away from either is the inverse.
 */
final class CsvCells {
  private static final Pattern FORMULA = Pattern.compile("(?s)'*[=+\\-@\t\u0000].*");

  private CsvCells() {}

  static String of(Object value) {
    return harmless(value instanceof List<?> list ? join(list) : value.toString());
  }

  private static String join(List<?> items) {
    return items.stream()
        .map(item -> item.toString().replace("\\", "\\\\").replace("|", "\\|"))
        .collect(Collectors.joining("|"));
  }

  private static String harmless(String text) {
    return FORMULA.matcher(text).matches() ? "'" + text : text;
  }
}
