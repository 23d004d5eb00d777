package org.clew.loader.entity;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of indicators in the one form in which two sources' values can meet. */
public final class IndicatorValues {
  /** The property behind the account number tells sites of one account apart. */
  private static final Pattern GA = Pattern.compile("(?i)UA-(\\d{4,10})(?:-\\d+)?");

  private static final Pattern GA4 = Pattern.compile("(?i)G-([A-Z0-9]{8,12})");
  private static final Pattern NO_DIGIT = Pattern.compile("[^0-9]");

  private IndicatorValues() {}

  /**
   * The normal form of a value; a value that does not look like one of its kind stays as it is.
   *
   * @param kind id of the evidence kind, such as {@code tracker/ga}
   */
  public static String normal(String kind, String value) {
    return switch (kind) {
      case "registration/email", "software/file-hash", "template/uuid", "template/registrar" ->
          value.toLowerCase(Locale.ROOT);
      case "registration/phone" -> phone(value);
      case "hosting/name-server", "hosting/cdn-host" -> Hosts.normalise(value).orElse(value);
      case "payment/wallet" -> Wallets.normalise(value).orElse(value);
      case "tracker/ga" -> first(GA.matcher(value), "UA-", value);
      case "tracker/ga4" -> first(GA4.matcher(value), "G-", value);
      default -> value;
    };
  }

  private static String phone(String value) {
    String digits = NO_DIGIT.matcher(value).replaceAll("");
    return digits.isEmpty() ? value : "+" + digits;
  }

  private static String first(Matcher matcher, String prefix, String value) {
    return matcher.matches() ? prefix + matcher.group(1).toUpperCase(Locale.ROOT) : value;
  }
}
