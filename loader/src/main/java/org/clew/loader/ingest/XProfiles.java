package org.clew.loader.ingest;

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

  private XProfiles() {}

  static Map<String, Object> attributes(UnaryOperator<String> columns) {
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
    putCount(attributes, Attribute.FOLLOWERS, value(columns, "follower_count"));
    putCount(attributes, Attribute.FOLLOWING, value(columns, "following_count"));
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

  private static void putCount(Map<String, Object> attributes, Attribute key, String text) {
    if (text.matches("\\d{1,15}")) {
      attributes.put(key.key(), Long.valueOf(text));
    }
  }
}
