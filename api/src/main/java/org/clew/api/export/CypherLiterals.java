package org.clew.api.export;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as Cypher literals on one line, whatever they hold. */
final class CypherLiterals {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

  private CypherLiterals() {}

  /** A map literal. What has no plain name goes as a JSON text into {@code other}. */
  static String map(SortedMap<String, Object> properties) {
    SortedMap<String, Object> plain = new TreeMap<>();
    SortedMap<String, Object> others = new TreeMap<>();
    properties.forEach(
        (name, value) -> (PLAIN_NAME.matcher(name).matches() ? plain : others).put(name, value));
    if (!others.isEmpty()) {
      plain.put(PropertySchema.OTHER, ValueType.json(others));
    }
    return plain.entrySet().stream()
        .map(CypherLiterals::entry)
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /**
   * A string literal. Some versions of Cypher replace {@code \}{@code uXXXX} before they look for
   * the end of a string; an escaped backslash is therefore never followed by a plain {@code u}.
   */
  static String string(String text) {
    StringBuilder literal = new StringBuilder("'");
    char before = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' || c == '\'') {
        literal.append('\\').append(c);
      } else if (isUnsafe(c) || (c == 'u' && before == '\\')) {
        literal.append(String.format("\\u%04X", (int) c));
      } else {
        literal.append(c);
      }
      before = c;
    }
    return literal.append('\'').toString();
  }

  private static String entry(Map.Entry<String, Object> property) {
    return property.getKey() + ": " + of(property.getValue());
  }

  private static String of(Object value) {
    if (value instanceof List<?> list) {
      return list.stream().map(CypherLiterals::of).collect(Collectors.joining(", ", "[", "]"));
    }
    return value instanceof Number || value instanceof Boolean
        ? value.toString()
        : string(value.toString());
  }

  /** What would break the line or could not be written as UTF-8. */
  private static boolean isUnsafe(char c) {
    return Character.isISOControl(c)
        || c == '\u2028'
        || c == '\u2029'
        || Character.getType(c) == Character.FORMAT;
  }
}
