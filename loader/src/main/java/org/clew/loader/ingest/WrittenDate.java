package org.clew.loader.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * A date as people write it in a case file, where it can mean one thing only: ISO 8601, also with
 * slashes or without leading zeros; 21.08.2018; 21 August 2018, Aug 21, 2018, August 2018. With
 * 8/9/2018 nobody knows which is the month.
 */
final class WrittenDate {
  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})[-/.](\\d{1,2})(?:[-/.](\\d{1,2}))?");
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4})");
  private static final Pattern WORDS =
      Pattern.compile(
          "(?:(\\d{1,2})(?:st|nd|rd|th)?\\.? +)?(\\p{L}{3,9})\\.?(?: +(\\d{1,2})(?:st|nd|rd|th)?)?,? +(\\d{4})");
  private static final List<String> MONTHS =
      List.of(
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  private WrittenDate() {}

  /** The date, or nothing when the text is none or can mean several. */
  static Optional<PartialDate> of(String text) {
    String stripped = text.strip();
    Optional<PartialDate> exact = PartialDate.tryParse(stripped);
    if (exact.isPresent()) {
      return exact;
    }
    Matcher yearFirst = YEAR_FIRST.matcher(stripped);
    if (yearFirst.matches()) {
      return date(yearFirst.group(1), Integer.parseInt(yearFirst.group(2)), yearFirst.group(3));
    }
    Matcher dayFirst = DAY_FIRST.matcher(stripped);
    if (dayFirst.matches()) {
      return date(dayFirst.group(3), Integer.parseInt(dayFirst.group(2)), dayFirst.group(1));
    }
    Matcher words = WORDS.matcher(stripped);
    return words.matches() && (words.group(1) == null || words.group(3) == null)
        ? date(
            words.group(4),
            month(words.group(2)),
            words.group(1) == null ? words.group(3) : words.group(1))
        : Optional.empty();
  }

  private static int month(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    String word = lower.equals("sept") ? "sep" : lower;
    return (int) MONTHS.stream().takeWhile(month -> !isShortFor(word, month)).count() + 1;
  }

  private static boolean isShortFor(String word, String month) {
    return word.equals(month) || word.equals(month.substring(0, 3));
  }

  private static Optional<PartialDate> date(String year, int month, @Nullable String day) {
    String text = String.format(Locale.ROOT, "%s-%02d", year, month);
    return PartialDate.tryParse(
        day == null ? text : String.format(Locale.ROOT, "%s-%02d", text, Integer.parseInt(day)));
  }
}
