package org.clew.loader.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.Map;

/**
 * Halves of surrogate pairs, which escapes of JSON and others can write and no encoding can hold: a
 * database would keep a question mark in their place. What holds one is a reject.
 */
public final class Unpaired {
  /** What is said of it. */
  public static final String REASON =
      "A text holds half of a surrogate pair, which is no character.";

  private Unpaired() {}

  /** Whether a text, or any text in a list or map, holds one; what is no text holds none. */
  public static boolean isIn(Object value) {
    if (value instanceof String text) {
      return isInText(text);
    }
    if (value instanceof Collection<?> items) {
      return items.stream().anyMatch(Unpaired::isIn);
    }
    return value instanceof Map<?, ?> map
        ? isIn(map.keySet()) || isIn(map.values())
        : value instanceof JsonNode node && isInNode(node);
  }

  /** A text with U+FFFD in the place of each. */
  static String replacedIn(String text) {
    return text.codePoints()
        .map(c -> c <= Character.MAX_VALUE && Character.isSurrogate((char) c) ? '\uFFFD' : c)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isInText(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isSurrogate(c)) {
        boolean paired = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (!paired) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static boolean isInNode(JsonNode node) {
    if (node.isTextual()) {
      return isInText(node.textValue());
    }
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      if (isInText(member.getKey()) || isInNode(member.getValue())) {
        return true;
      }
    }
    for (JsonNode item : node) {
      if (node.isArray() && isInNode(item)) {
        return true;
      }
    }
    return false;
  }
}
