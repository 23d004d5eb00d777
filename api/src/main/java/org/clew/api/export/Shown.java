package org.clew.api.export;

/** Texts as a picture or a brief shows them. */
final class Shown {
  /** What a brief shows of one text at most; exports that are no picture hold all of it. */
  static final int LONGEST = 400;

  private Shown() {}

  /** One line, in which nothing can turn the direction of what follows. */
  static String text(String text) {
    return cut(text, LONGEST)
        .replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ")
        .replaceAll("[\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD")
        .strip();
  }

  /** As much as fits a width, counted in Latin characters; what is cut off shows as an ellipsis. */
  static String fitting(String text, int columns) {
    String line = text(text);
    double used = 0;
    int end = 0;
    while (end < line.length()) {
      int c = line.codePointAt(end);
      used += width(c);
      if (used > columns) {
        return cut(line, Math.max(1, end - 1));
      }
      end += Character.charCount(c);
    }
    return line;
  }

  /** How many Latin characters a line is as wide as. */
  static double columns(String line) {
    return line.codePoints().mapToDouble(Shown::width).sum();
  }

  private static double width(int c) {
    if (c >= 0x1100) {
      return 1.9;
    }
    return Character.isUpperCase(c) ? 1.25 : 1;
  }

  private static String cut(String text, int length) {
    if (text.length() <= length) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length;
    return text.substring(0, end) + "…";
  }
}
