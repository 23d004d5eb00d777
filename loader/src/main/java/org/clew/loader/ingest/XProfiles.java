package org.clew.loader.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.clew.loader.observation.XColumn;
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

  private static final List<XColumn> COLUMNS =
      List.of(
          XColumn.USER_SCREEN_NAME,
          XColumn.USER_DISPLAY_NAME,
          XColumn.USER_REPORTED_LOCATION,
          XColumn.USER_PROFILE_DESCRIPTION,
          XColumn.USER_PROFILE_URL,
          XColumn.ACCOUNT_LANGUAGE,
          XColumn.ACCOUNT_CREATION_DATE,
          XColumn.FOLLOWER_COUNT,
          XColumn.FOLLOWING_COUNT);

  private final Map<String, Read> latest = new HashMap<>();

  /** What was read of an account, and from which cells. */
  private record Read(List<String> seen, Map<String, Object> attributes) {
    boolean isOf(Function<XColumn, String> cells) {
      for (int i = 0; i < seen.size(); i++) {
        if (!seen.get(i).equals(cells.apply(COLUMNS.get(i)))) {
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
  Map<String, Object> of(Function<XColumn, String> cells, Faults faults) {
    String user = cells.apply(XColumn.USERID);
    Read before = latest.get(user);
    if (before != null && before.isOf(cells)) {
      return before.attributes();
    }
    Map<String, Object> attributes = attributes(cells, faults);
    latest.put(user, new Read(COLUMNS.stream().map(cells).toList(), attributes));
    return attributes;
  }

  static Map<String, Object> attributes(Function<XColumn, String> cells, Faults faults) {
    String user = value(cells, XColumn.USERID);
    Map<String, Object> attributes = new TreeMap<>();
    attributes.put(Attribute.PLATFORM.key(), "x");
    String handle = value(cells, XColumn.USER_SCREEN_NAME);
    String name = value(cells, XColumn.USER_DISPLAY_NAME);
    if (!handle.equals(user) && HANDLE.matcher(handle).matches()) {
      put(attributes, Attribute.HANDLE, handle);
    }
    if (!name.equals(user) && !(name.equals(handle) && !HANDLE.matcher(handle).matches())) {
      put(attributes, Attribute.DISPLAY_NAME, name);
    }
    put(attributes, Attribute.LOCATION, value(cells, XColumn.USER_REPORTED_LOCATION));
    put(attributes, Attribute.DESCRIPTION, value(cells, XColumn.USER_PROFILE_DESCRIPTION));
    put(attributes, Attribute.URL, value(cells, XColumn.USER_PROFILE_URL));
    put(attributes, Attribute.LANGUAGE, value(cells, XColumn.ACCOUNT_LANGUAGE));
    PartialDate.tryParse(value(cells, XColumn.ACCOUNT_CREATION_DATE))
        .ifPresent(date -> attributes.put(Attribute.CREATED.key(), date.text()));
    putCount(attributes, Attribute.FOLLOWERS, cells, XColumn.FOLLOWER_COUNT, faults);
    putCount(attributes, Attribute.FOLLOWING, cells, XColumn.FOLLOWING_COUNT, faults);
    return attributes;
  }

  private static String value(Function<XColumn, String> cells, XColumn column) {
    String value = cells.apply(column).strip();
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
      Function<XColumn, String> cells,
      XColumn column,
      Faults faults) {
    String text = value(cells, column);
    if (COUNT.matcher(text).matches()) {
      attributes.put(key.key(), Long.valueOf(text));
    } else if (!text.isEmpty()) {
      faults.at(column.header(), text, "'" + text + "' is not a count.");
    }
  }
}
