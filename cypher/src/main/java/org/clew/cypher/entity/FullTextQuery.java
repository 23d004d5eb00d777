package org.clew.cypher.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Words of a person as a Lucene query in which nothing of theirs is an operator. */
final class FullTextQuery {
  private FullTextQuery() {}

  /** All words must occur. */
  static String allWords(String text) {
    return words(text, " AND ", "");
  }

  /** Any word, or what begins with it, may occur. */
  static String anyPrefix(String text) {
    return words(text, " OR ", "*");
  }

  private static String words(String text, String operator, String suffix) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .limit(20)
        .map(
            word ->
                suffix.isEmpty()
                    ? "\"" + word + "\""
                    : "(\"" + word + "\" OR " + word + suffix + ")")
        .collect(Collectors.joining(operator));
  }
}
