package org.clew.loader.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a list that a Python program printed into a cell: {@code ['a', 'b']}, {@code ["it's"]} or,
 * where quotes got lost, {@code [a, b]}. An empty cell, {@code []} and {@code absent} are empty.
 */
final class ListText {
  private final String text;
  private int at;

  private ListText(String text) {
    this.text = text;
  }

  /** The elements, or nothing if the text is no list. Empty elements are left out. */
  static Optional<List<String>> parse(String cell) {
    String stripped = cell.strip();
    if (stripped.isEmpty() || stripped.equalsIgnoreCase("absent")) {
      return Optional.of(List.of());
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
    for (int i = at + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == quote && endsElement(i + 1)) {
        return i;
      }
    }
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
    if (element.indexOf('\\') < 0) {
      return element;
    }
    StringBuilder plain = new StringBuilder(element.length());
    for (int i = 0; i < element.length(); i++) {
      boolean escape = element.charAt(i) == '\\' && i + 1 < element.length();
      plain.append(escape ? control(element.charAt(++i)) : element.charAt(i));
    }
    return plain.toString();
  }

  private static char control(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 't' -> '\t';
      case 'r' -> '\r';
      default -> escaped;
    };
  }

  private void skipBlanks() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }
}
