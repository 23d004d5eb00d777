package org.clew.api.coordination;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.coordination.ClusterParameters;
import org.clew.model.coordination.WeightThreshold;
import org.clew.model.source.PartialDate;

/** Values of {@link DetectionOptions}, from their texts. */
final class DetectionValues {
  private static final Pattern TIME = Pattern.compile("(\\d{1,9})\\s*([smhd]?)");
  private static final Pattern THRESHOLD = Pattern.compile("(>=|≥|>)?\\s*(0?\\.\\d+|[01](\\.0*)?)");
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private DetectionValues() {}

  /** Seconds of a text such as 60s, 10m, 1h or 2d; without a letter, seconds. */
  static long seconds(String text) {
    Matcher time = TIME.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!time.matches()) {
      throw new ClewException(
          Reason.USAGE, "'" + text + "' is not a time; times look like 60s, 10m, 1h or 2d.");
    }
    long number = Long.parseLong(time.group(1));
    return switch (time.group(2)) {
      case "m" -> number * MINUTE;
      case "h" -> number * HOUR;
      case "d" -> number * DAY;
      default -> number;
    };
  }

  /** A threshold such as {@code >0.5} or {@code >=0.5}; without a sign, the first. */
  static WeightThreshold threshold(String text) {
    Matcher threshold = THRESHOLD.matcher(text.strip());
    if (!threshold.matches() || Double.parseDouble(threshold.group(2)) > 1) {
      throw new ClewException(
          Reason.USAGE, "'" + text + "' is not a threshold; they look like '>0.5' or '>=0.9'.");
    }
    String sign = threshold.group(1);
    return new WeightThreshold(
        Double.parseDouble(threshold.group(2)), sign != null && !sign.equals(">"));
  }

  /** One of the words that an enum's names are in lower case. */
  static <E extends Enum<E>> E word(String option, String text, Class<E> type) {
    return Arrays.stream(type.getEnumConstants())
        .filter(value -> value.name().equalsIgnoreCase(text.strip()))
        .findFirst()
        .orElseThrow(
            () ->
                new ClewException(
                    Reason.USAGE,
                    "'"
                        + text
                        + "' is no "
                        + option
                        + "; there are "
                        + Arrays.stream(type.getEnumConstants())
                            .map(value -> value.name().toLowerCase(Locale.ROOT))
                            .collect(Collectors.joining(", "))
                        + "."));
  }

  static boolean isOn(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "on", "true", "yes" -> true;
      case "off", "false", "no" -> false;
      default -> throw new ClewException(Reason.USAGE, "Significance is on or off.");
    };
  }

  static ClusterParameters clusters(
      ClusterParameters.Method method, double resolution, long seed, int runs, int minSize) {
    try {
      return new ClusterParameters(method, resolution, seed, runs, minSize);
    } catch (IllegalArgumentException e) {
      throw new ClewException(Reason.USAGE, String.valueOf(e.getMessage()), e);
    }
  }

  /** The first instant a date means. */
  static Instant start(String date) {
    return new PartialDate(date).earliest().atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** The instant after the last one a date means. */
  static Instant end(String date) {
    return new PartialDate(date).latest().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
