package org.clew.model.source;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * A date in UTC that keeps the precision it was given with: a year, a month, a day or an instant.
 * It never becomes a made-up midnight.
 *
 * @param text ISO 8601: {@code 2018}, {@code 2018-08}, {@code 2018-08-21} or {@code
 *     2018-08-21T10:15:00Z}
 */
public record PartialDate(String text) implements Comparable<PartialDate> {
  private static final Pattern YEAR = Pattern.compile("\\d{4}");
  private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
  private static final int DAY_LENGTH = 10;
  private static final String SECONDS_FORM = "0000-00-00T00:00:00Z";

  public PartialDate {
    if (!isValid(text)) {
      throw new ClewException(
          Reason.USAGE,
          "'" + text + "' is not a date; write 2018, 2018-08, 2018-08-21 or 2018-08-21T10:15:00Z.");
    }
    if (text.length() > DAY_LENGTH && !text.endsWith("Z")) {
      text = Instant.parse(text).toString();
    }
  }

  /** The date a text gives, or nothing when it gives none. */
  public static Optional<PartialDate> tryParse(String text) {
    String stripped = text.strip();
    return isValid(stripped) ? Optional.of(new PartialDate(stripped)) : Optional.empty();
  }

  /** The instant, to the second. */
  public static PartialDate of(Instant instant) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(instant.getEpochSecond(), 0, ZoneOffset.UTC);
    StringBuilder text = new StringBuilder(SECONDS_FORM.length());
    text.append(time.toLocalDate()).append('T');
    appendTwoDigits(text, time.getHour()).append(':');
    appendTwoDigits(text, time.getMinute()).append(':');
    return new PartialDate(appendTwoDigits(text, time.getSecond()).append('Z').toString());
  }

  private static StringBuilder appendTwoDigits(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }

  /** The first day it can mean. */
  public LocalDate earliest() {
    if (YEAR.matcher(text).matches()) {
      return Year.parse(text).atDay(1);
    }
    return MONTH.matcher(text).matches() ? YearMonth.parse(text).atDay(1) : day();
  }

  /** The last day it can mean. */
  public LocalDate latest() {
    if (YEAR.matcher(text).matches()) {
      return Year.parse(text).atMonth(12).atEndOfMonth();
    }
    return MONTH.matcher(text).matches() ? YearMonth.parse(text).atEndOfMonth() : day();
  }

  /** Orders by the first day meant, then by the text. */
  @Override
  public int compareTo(PartialDate other) {
    int byDay = earliest().compareTo(other.earliest());
    return byDay != 0 ? byDay : text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }

  private LocalDate day() {
    return text.length() == DAY_LENGTH
        ? LocalDate.parse(text)
        : Instant.parse(text).atZone(ZoneOffset.UTC).toLocalDate();
  }

  /**
   * Whether it is an instant to the second. Archives have millions of them, for which a parser
   * takes too long.
   */
  private static boolean isOrdinaryInstant(String text) {
    if (text.length() != SECONDS_FORM.length()) {
      return false;
    }
    for (int i = 0; i < SECONDS_FORM.length(); i++) {
      char expected = SECONDS_FORM.charAt(i);
      char found = text.charAt(i);
      if (expected == '0' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return isWithin(text, 5, 1, 12)
        && isWithin(text, 8, 1, daysOfMonth(text))
        && isWithin(text, 11, 0, 23)
        && isWithin(text, 14, 0, 59)
        && isWithin(text, 17, 0, 59);
  }

  private static int daysOfMonth(String text) {
    int year = Integer.parseInt(text, 0, 4, 10);
    return Month.of(Integer.parseInt(text, 5, 7, 10)).length(Year.isLeap(year));
  }

  private static boolean isWithin(String text, int at, int least, int greatest) {
    int number = Integer.parseInt(text, at, at + 2, 10);
    return number >= least && number <= greatest;
  }

  private static boolean isValid(String text) {
    if (isOrdinaryInstant(text)) {
      return true;
    }
    try {
      if (YEAR.matcher(text).matches()) {
        return true;
      }
      if (MONTH.matcher(text).matches()) {
        YearMonth.parse(text);
      } else if (text.length() == DAY_LENGTH) {
        LocalDate.parse(text);
      } else {
        Instant.parse(text);
      }
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
