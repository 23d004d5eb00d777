package org.clew.api.export;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Text that XML cannot hold, as {@code ST_Xstring} of ECMA-376 (part 1, section 22.9.2.19) writes
 * it: a character becomes {@code _x0000_} with its four hex digits, and an underscore that would
 * read as the start of such an escape becomes {@code _x005F_}. Reading is the inverse.
 */
final class XmlText {
  private static final Pattern ESCAPE_LIKE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

  /** Characters that are not seen themselves. */
  private static final Set<Integer> ON_NO_LINE =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR);

  private XmlText() {}

  /** Escapes what no XML document can hold: control characters and half surrogate pairs. */
  static String legal(String text) {
    String unambiguous = unambiguous(text);
    if (unambiguous.codePoints().allMatch(XmlText::isLegal)) {
      return unambiguous;
    }
    StringBuilder legal = new StringBuilder();
    unambiguous
        .codePoints()
        .forEach(
            c -> {
              if (isLegal(c)) {
                legal.appendCodePoint(c);
              } else {
                escape(c, legal);
              }
            });
    return legal.toString();
  }

  /** Escapes what may not stand in an {@code xs:NMTOKEN}, beside what XML cannot hold. */
  static String nmtoken(String text) {
    StringBuilder token = new StringBuilder();
    String unambiguous = unambiguous(text);
    for (int i = 0; i < unambiguous.length(); i++) {
      char c = unambiguous.charAt(i);
      if (isNameCharacter(c)) {
        token.append(c);
      } else {
        escape(c, token);
      }
    }
    return token.toString();
  }

  /** Escapes what no XML document can hold, and what breaks a line or turns its direction. */
  static String oneLine(String text) {
    StringBuilder line = new StringBuilder();
    unambiguous(text)
        .codePoints()
        .forEach(
            c -> {
              if (isLegal(c) && !ON_NO_LINE.contains(Character.getType(c))) {
                line.appendCodePoint(c);
              } else {
                escape(c, line);
              }
            });
    return line.toString();
  }

  private static String unambiguous(String text) {
    return text.contains("_x") ? ESCAPE_LIKE.matcher(text).replaceAll("_x005F_") : text;
  }

  private static boolean isLegal(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= 0x20 && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c >= 0x10000;
  }

  /** Name characters of ASCII alone: every version of XML agrees on these. */
  private static boolean isNameCharacter(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || "-._:".indexOf(c) >= 0;
  }

  private static void escape(int c, StringBuilder out) {
    out.append("_x").append(String.format("%04X", c)).append('_');
  }
}
