package org.clew.cypher.entity;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words of a person as a Lucene query in which nothing of theirs is an operator. */
final class FullTextQuery {
  private static final int MAX_WORDS = 20;
  private static final int MAX_WORD_LENGTH = 100;
  private static final Pattern OPERATORS = Pattern.compile("[+\\-&|!(){}\\[\\]^\"~*?:\\\\/<>=]");
  private static final Pattern HAS_LETTER_OR_DIGIT = Pattern.compile("[\\p{L}\\p{N}]");

  private static final Pattern HAS_LETTER = Pattern.compile("\\p{L}");

  /** Of less than this, too many words are two letters away. */
  private static final int MIN_NEAR_LENGTH = 4;

  private FullTextQuery() {}

  /** All words must occur. */
  static String allWords(String text) {
    return words(text, " AND ", false);
  }

  /** Any word with a letter, or what is at most two letters away from it, may occur. */
  static String nearly(String text) {
    return Arrays.stream(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}.]+"))
        .filter(word -> HAS_LETTER.matcher(word).find())
        .filter(word -> word.length() >= MIN_NEAR_LENGTH && word.length() <= MAX_WORD_LENGTH)
        .limit(MAX_WORDS)
        .map(word -> word + "~")
        .collect(Collectors.joining(" OR "));
  }

  /** Any word, or what begins with it, may occur. */
  static String anyPrefix(String text) {
    return words(text, " OR ", true);
  }

  private static String words(String text, String operator, boolean prefixes) {
    return Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+"))
        .filter(word -> HAS_LETTER_OR_DIGIT.matcher(word).find())
        .filter(word -> word.length() <= MAX_WORD_LENGTH)
        .limit(MAX_WORDS)
        .map(word -> OPERATORS.matcher(word).replaceAll("\\\\$0"))
        .map(word -> prefixes ? "(\"" + word + "\" OR " + word + "*)" : "\"" + word + "\"")
        .collect(Collectors.joining(operator));
  }
}
