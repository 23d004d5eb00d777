package org.clew.api.export;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@link XmlText} writes. */
final class XmlEscapes {
  private static final Pattern ESCAPE = Pattern.compile("_x([0-9A-Fa-f]{4})_");

  private XmlEscapes() {}

  static String decode(String text) {
    return ESCAPE
        .matcher(text)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    String.valueOf((char) Integer.parseInt(match.group(1), 16))));
  }
}
