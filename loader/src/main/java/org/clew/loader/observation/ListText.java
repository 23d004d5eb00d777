package org.clew.loader.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a list that a Python program printed into a cell: {@code ['a', 'b']}, {@code ["it's"]} or,
 * where quotes got lost, {@code [a, b]}. An empty cell, {@code []} and {@code absent} are empty.
 */
final class ListText {
  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(x\\p{XDigit}{2}|u\\p{XDigit}{4}|U\\p{XDigit}{8}|.)", Pattern.DOTALL);

  private static final Optional<List<String>> EMPTY = Optional.of(List.of());

  private final String text;
  private int at;

  /** Quotes that no longer close; without it, many of them would make reading quadratic. */
  private String openQuotes = "";

  private ListText(String text) {
    this.text = text;
  }

  /** The elements, or nothing if the text is no list. Empty elements are left out. */
  static Optional<List<String>> parse(String cell) {
    String stripped = cell.strip();
    if (stripped.isEmpty() || stripped.equals("[]") || stripped.equalsIgnoreCase("absent")) {
      return EMPTY;
    }
    if (stripped.length() < 2 || !stripped.startsWith("[") || !stripped.endsWith("]")) {
      return Optional.empty();
    }
    return Optional.of(new ListText(stripped.substring(1, stripped.length() - 1)).elements());
  }

  private List<String> elements() {
    List<String> elements = new ArrayList<>();
    while (at < text.length()) {
      skipBlanks();
      String element = atQuote() ? quoted() : plain();
      if (!element.isBlank()) {
        elements.add(element);
      }
      skipBlanks();
      at++;
    }
    return elements;
  }

  private boolean atQuote() {
    return at < text.length()
        && (text.charAt(at) == '\'' || text.charAt(at) == '"')
        && closingQuote() > 0;
  }

  private String quoted() {
    int end = closingQuote();
    String element = unescaped(text.substring(at + 1, end));
    at = end + 1;
    return element;
  }

  /** The quote before a comma or the end; a quote elsewhere was never escaped and is text. */
  private int closingQuote() {
    char quote = text.charAt(at);
    if (openQuotes.indexOf(quote) >= 0) {
      return -1;
    }
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote && endsElement(i + 1)) {
        return i;
      }
    }
    openQuotes += quote;
    return -1;
  }

  private boolean endsElement(int from) {
    int next = from;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next == text.length() || text.charAt(next) == ',';
  }

  private String plain() {
    int comma = text.indexOf(',', at);
    int end = comma < 0 ? text.length() : comma;
    String element = text.substring(at, end).strip();
    at = end;
    return element;
  }

  private static String unescaped(String element) {
    return element.indexOf('\\') < 0
        ? element
        : ESCAPE.matcher(element).replaceAll(escape -> Matcher.quoteReplacement(meaning(escape)));
  }

  private static String meaning(MatchResult escape) {
    String code = escape.group(1);
    if (code.length() == 1) {
      return switch (code) {
        case "n" -> "\n";
        case "t" -> "\t";
        case "r" -> "\r";
        default -> code;
      };
    }
    int point = Integer.parseUnsignedInt(code.substring(1), 16);
    return Character.isValidCodePoint(point) ? Character.toString(point) : escape.group();
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
