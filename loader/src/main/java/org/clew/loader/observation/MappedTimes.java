package org.clew.loader.observation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.clew.model.observation.Moment;
import org.clew.model.observation.TimePrecision;
import org.jspecify.annotations.Nullable;

/** Reads the times of a mapped table; a time keeps the precision its format has. */
final class MappedTimes {
  private static final String EPOCH = "epoch";
  private static final String EPOCH_MILLIS = "epochMillis";

  private MappedTimes() {}

  /** The reader of a format, as {@link PostMapping} describes it. */
  static Function<String, Optional<Moment>> of(@Nullable String format) {
    if (format == null) {
      return MappedTimes::iso;
    }
    return switch (format) {
      case EPOCH -> PostTimes::ofEpochSeconds;
      case EPOCH_MILLIS -> MappedTimes::epochMillis;
      default -> {
        DateTimeFormatter formatter = DateTimeFormatter.ofPattern(format, Locale.ENGLISH);
        TimePrecision precision = precision(format.replaceAll("'[^']*'", ""));
        yield text -> parse(text.strip(), formatter, precision);
      }
    };
  }

  private static Optional<Moment> iso(String text) {
    Optional<Moment> local = PostTimes.ofText(text);
    if (local.isPresent()) {
      return local;
    }
    try {
      Instant instant = OffsetDateTime.parse(text.strip().replaceFirst(" ", "T")).toInstant();
      return Optional.of(new Moment(instant.toEpochMilli(), TimePrecision.SECOND));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<Moment> epochMillis(String text) {
    return text.strip().matches("-?\\d{1,15}")
        ? Optional.of(new Moment(Long.parseLong(text.strip()), TimePrecision.SECOND))
        : Optional.empty();
  }

  private static Optional<Moment> parse(
      String text, DateTimeFormatter formatter, TimePrecision precision) {
    try {
      TemporalAccessor parsed =
          formatter.parseBest(
              text,
              ZonedDateTime::from,
              LocalDateTime::from,
              LocalDate::from,
              YearMonth::from,
              Year::from);
      return Optional.of(new Moment(instant(parsed).toEpochMilli(), precision));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Instant instant(TemporalAccessor time) {
    if (time instanceof ZonedDateTime zoned) {
      return zoned.toInstant();
    }
    if (time instanceof LocalDateTime local) {
      return local.toInstant(ZoneOffset.UTC);
    }
    LocalDate day =
        time instanceof LocalDate date
            ? date
            : time instanceof YearMonth month ? month.atDay(1) : Year.from(time).atDay(1);
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static TimePrecision precision(String format) {
    if (format.indexOf('s') >= 0) {
      return TimePrecision.SECOND;
    }
    if (format.indexOf('m') >= 0) {
      return TimePrecision.MINUTE;
    }
    if (format.indexOf('H') >= 0 || format.indexOf('h') >= 0) {
      return TimePrecision.HOUR;
    }
    if (format.indexOf('d') >= 0) {
      return TimePrecision.DAY;
    }
    return format.indexOf('M') >= 0 ? TimePrecision.MONTH : TimePrecision.YEAR;
  }
}
