package org.clew.loader.observation;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Which column of a table of posts holds what, written {@code
 * account=user,time=created,timeFormat=dd/MM/yyyy HH:mm,url=link,platform=facebook}.
 *
 * @param columns name of the column by field
 * @param platform the platform of all accounts, as in their ids; {@code web} where nobody says
 * @param timeFormat pattern of {@link java.time.format.DateTimeFormatter}, {@code epoch} for
 *     seconds or {@code epochMillis} since 1970; null for ISO 8601. Times are in UTC unless the
 *     pattern holds an offset
 */
public record PostMapping(
    Map<PostField, String> columns, String platform, @Nullable String timeFormat) {
  private static final String PLATFORM = "platform";
  private static final String TIME_FORMAT = "timeFormat";
  private static final String DEFAULT_PLATFORM = "web";

  public PostMapping {
    Map<PostField, String> ordered = new EnumMap<>(PostField.class);
    ordered.putAll(columns);
    columns = Collections.unmodifiableMap(ordered);
  }

  /**
   * Reads a mapping.
   *
   * @throws ClewException USAGE for an unknown or repeated word, a column used twice, a missing
   *     account or a time format that is none
   */
  public static PostMapping parse(String text) {
    Map<PostField, String> columns = new EnumMap<>(PostField.class);
    Map<String, String> settings = new TreeMap<>();
    Set<String> words = new HashSet<>();
    for (String part : parts(text)) {
      int equals = part.indexOf('=');
      String word = part.substring(0, equals).strip();
      String value = part.substring(equals + 1).strip();
      if (value.isEmpty() || !words.add(word)) {
        throw wrong("'" + word + "' needs one value and no more");
      }
      if (word.equals(PLATFORM) || word.equals(TIME_FORMAT)) {
        settings.put(word, value);
      } else {
        PostField field =
            PostField.ofWord(word)
                .orElseThrow(() -> wrong("'" + word + "' is unknown; known are " + knownWords()));
        columns.put(field, value.replaceAll("\\s+", " ").toLowerCase(Locale.ROOT));
      }
    }
    return checked(
        new PostMapping(
            columns,
            settings.getOrDefault(PLATFORM, DEFAULT_PLATFORM).toLowerCase(Locale.ROOT),
            settings.get(TIME_FORMAT)));
  }

  /** The mapping in its one spelling, which {@link #parse} reads. */
  public String text() {
    String fields =
        columns.entrySet().stream()
            .map(entry -> entry.getKey().word() + "=" + entry.getValue())
            .collect(Collectors.joining(","));
    String format = timeFormat == null ? "" : "," + TIME_FORMAT + "=" + timeFormat;
    return fields + "," + PLATFORM + "=" + platform + format;
  }

  /**
   * Checks that a table has each column once.
   *
   * @param header its columns in lower case
   * @throws ClewException UNREADABLE when it has not
   */
  public void requireIn(String file, List<String> header) {
    for (String column : columns.values()) {
      long count = header.stream().filter(column::equals).count();
      if (count != 1) {
        throw new ClewException(
            Reason.UNREADABLE,
            file
                + (count == 0 ? " has no column '" : " has more than one column '")
                + column
                + "'; its columns are "
                + String.join(", ", header)
                + ".");
      }
    }
  }

  /** A comma ends a part only where a word and an equals sign follow. */
  private static List<String> parts(String text) {
    List<String> parts = Arrays.asList(text.strip().split(",(?=\\s*\\w+\\s*=)"));
    if (parts.stream().anyMatch(part -> part.indexOf('=') <= 0)) {
      throw wrong("it consists of parts like account=COLUMN");
    }
    return parts;
  }

  private static PostMapping checked(PostMapping mapping) {
    if (!mapping.columns.containsKey(PostField.ACCOUNT)) {
      throw wrong("it must say which column holds the account");
    }
    if (new HashSet<>(mapping.columns.values()).size() < mapping.columns.size()) {
      throw wrong("one column cannot hold two things");
    }
    if (!mapping.platform.matches("[a-z0-9_-]{1,30}")) {
      throw wrong("a platform is a word such as x, facebook or telegram");
    }
    try {
      MappedTimes.of(mapping.timeFormat);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new ClewException(
          Reason.USAGE, "'" + mapping.timeFormat + "' is not a time format: " + e.getMessage(), e);
    }
    return mapping;
  }

  private static String knownWords() {
    String fields =
        Arrays.stream(PostField.values()).map(PostField::word).collect(Collectors.joining(", "));
    return fields + ", " + PLATFORM + " and " + TIME_FORMAT;
  }

  private static ClewException wrong(String why) {
    return new ClewException(Reason.USAGE, "The mapping is wrong: " + why + ".");
  }
}
