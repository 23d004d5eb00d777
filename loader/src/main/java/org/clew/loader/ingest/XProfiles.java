package org.clew.loader.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.clew.model.entity.Attribute;
import org.clew.model.source.PartialDate;

/**
 * The user columns of X's archive. An account that was not named there has a hash in place of its
 * handle and its display name, which is neither.
 */
final class XProfiles {
  /** Early handles could be longer than the 15 characters of today. */
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,20}");

  private static final Pattern COUNT = Pattern.compile("\\d{1,15}");

  private static final List<String> COLUMNS =
      List.of(
          "user_screen_name",
          "user_display_name",
          "user_reported_location",
          "user_profile_description",
          "user_profile_url",
          "account_language",
          "account_creation_date",
          "follower_count",
          "following_count");

  private final Map<String, Read> latest = new HashMap<>();

  /** What was read of an account, and from which cells. */
  private record Read(List<String> cells, Map<String, Object> attributes) {
    boolean isOf(UnaryOperator<String> columns) {
      for (int i = 0; i < cells.size(); i++) {
        if (!cells.get(i).equals(columns.apply(COLUMNS.get(i)))) {
          return false;
        }
      }
      return true;
    }
  }

  /** Told of a value that is left out, once for each row that brings something new. */
  @FunctionalInterface
  interface Faults {
    void at(String column, String value, String reason);
  }

  /** The attributes in a row; most rows repeat what the account's row before says. */
  Map<String, Object> of(UnaryOperator<String> columns, Faults faults) {
    String user = columns.apply("userid");
    Read before = latest.get(user);
    if (before != null && before.isOf(columns)) {
      return before.attributes();
    }
    Map<String, Object> attributes = attributes(columns, faults);
    latest.put(user, new Read(COLUMNS.stream().map(columns).toList(), attributes));
    return attributes;
  }

  static Map<String, Object> attributes(UnaryOperator<String> columns, Faults faults) {
    String user = value(columns, "userid");
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put(Attribute.PLATFORM.key(), "x");
    String handle = value(columns, "user_screen_name");
    String name = value(columns, "user_display_name");
    if (!handle.equals(user) && HANDLE.matcher(handle).matches()) {
      put(attributes, Attribute.HANDLE, handle);
    }
    if (!name.equals(user) && !(name.equals(handle) && !HANDLE.matcher(handle).matches())) {
      put(attributes, Attribute.DISPLAY_NAME, name);
    }
    put(attributes, Attribute.LOCATION, value(columns, "user_reported_location"));
    put(attributes, Attribute.DESCRIPTION, value(columns, "user_profile_description"));
    put(attributes, Attribute.URL, value(columns, "user_profile_url"));
    put(attributes, Attribute.LANGUAGE, value(columns, "account_language"));
    PartialDate.tryParse(value(columns, "account_creation_date"))
        .ifPresent(date -> attributes.put(Attribute.CREATED.key(), date.text()));
    putCount(attributes, Attribute.FOLLOWERS, columns, "follower_count", faults);
    putCount(attributes, Attribute.FOLLOWING, columns, "following_count", faults);
    return attributes;
  }

  private static String value(UnaryOperator<String> columns, String column) {
    String value = columns.apply(column).strip();
    return value.equalsIgnoreCase("absent") ? "" : value;
  }

  private static void put(Map<String, Object> attributes, Attribute key, String value) {
    if (!value.isEmpty()) {
      attributes.put(key.key(), value);
    }
  }

  private static void putCount(
      Map<String, Object> attributes,
      Attribute key,
      UnaryOperator<String> columns,
      String column,
      Faults faults) {
    String text = value(columns, column);
    if (COUNT.matcher(text).matches()) {
      attributes.put(key.key(), Long.valueOf(text));
    } else if (!text.isEmpty()) {
      faults.at(column, text, "'" + text + "' is not a count.");
    }
  }
}
