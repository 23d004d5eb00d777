package org.clew.loader.observation;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.model.observation.Moment;
import org.clew.model.observation.TimePrecision;

/** Reads the times of posts. Without an offset they are in UTC. */
final class PostTimes {
  private static final int DAY = 10;
  private static final int MINUTE = 16;
  private static final String FORM = "0000-00-00T00:00";
  private static final Pattern SECONDS = Pattern.compile("(-?\\d{1,12})(?:\\.0+)?");

  private PostTimes() {}

  /** {@code 2017-06-22}, {@code 2017-06-22 16:03} or {@code 2017-06-22 16:03:59}. */
  static Optional<Moment> ofText(String text) {
    String iso = text.strip().replace(' ', 'T');
    try {
      if (isToTheMinute(iso)) {
        return Optional.of(moment(toTheMinute(iso), TimePrecision.MINUTE));
      }
      if (iso.length() == DAY) {
        return Optional.of(moment(LocalDate.parse(iso).atStartOfDay(), TimePrecision.DAY));
      }
      TimePrecision precision =
          iso.length() == MINUTE ? TimePrecision.MINUTE : TimePrecision.SECOND;
      return Optional.of(moment(LocalDateTime.parse(iso), precision));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** Whole seconds since 1970, also as {@code 1623881091.0}, which data frames write. */
  static Optional<Moment> ofEpochSeconds(String text) {
    Matcher seconds = SECONDS.matcher(text.strip());
    return seconds.matches()
        ? Optional.of(Moment.ofEpochSecond(Long.parseLong(seconds.group(1))))
        : Optional.empty();
  }

  /** The form of archives with millions of rows, for which a formatter takes too long. */
  private static boolean isToTheMinute(String iso) {
    if (iso.length() != MINUTE) {
      return false;
    }
    for (int i = 0; i < MINUTE; i++) {
      char expected = FORM.charAt(i);
      char found = iso.charAt(i);
      if (expected == '0' ? found < '0' || found > '9' : found != expected) {
        return false;
      }
    }
    return true;
  }

  private static LocalDateTime toTheMinute(String iso) {
    return LocalDateTime.of(
        number(iso, 0, 4),
        number(iso, 5, 7),
        number(iso, 8, 10),
        number(iso, 11, 13),
        number(iso, 14, 16));
  }

  private static int number(String text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }

  private static Moment moment(LocalDateTime time, TimePrecision precision) {
    return new Moment(time.toInstant(ZoneOffset.UTC).toEpochMilli(), precision);
  }
}
