package org.clew.loader.entity;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Web addresses in their normal form: without scheme, user, default port, fragment and tracking
 * parameters; everything else is kept in its order.
 */
public final class Urls {
  private static final Pattern SCHEME = Pattern.compile("^(?i:(https?)://|//)");
  private static final Pattern OTHER_SCHEME =
      Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:(?!\\d+(?:/|$)).*", Pattern.DOTALL);
  private static final Pattern PARTS =
      Pattern.compile("([^/?#]*)([^?#]*)(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
  private static final Pattern DEFAULT_PORT = Pattern.compile(":(?:80|443)?$");
  private static final Pattern PORT = Pattern.compile(":\\d+$");
  private static final Set<String> TRACKING =
      Set.of(
          "fbclid",
          "gclid",
          "dclid",
          "gbraid",
          "wbraid",
          "yclid",
          "ymclid",
          "msclkid",
          "twclid",
          "ttclid",
          "igshid",
          "igsh",
          "mc_cid",
          "mc_eid",
          "_ga",
          "_gl",
          "_openstat",
          "ref_src",
          "ref_url",
          "li_fat_id",
          "vero_id",
          "__tn__");

  private Urls() {}

  /**
   * Undoes defanging: {@code hxxp}, {@code [.]}, {@code (.)}, {@code [dot]}, {@code [at]}, {@code
   * [:]}, {@code {:}}.
   */
  public static String refang(String text) {
    return text.strip()
        .replaceAll("(?i)^h(?:xx|\\*\\*|XX)p", "http")
        .replaceAll("(?i)\\s?(?:\\[\\.\\]|\\(\\.\\)|\\{\\.\\}|\\[dot\\]|\\(dot\\))\\s?", ".")
        .replaceAll("(?i)\\s?(?:\\[at\\]|\\(at\\)|\\[@\\])\\s?", "@")
        .replace("[:]", ":")
        .replace("{:}", ":")
        .replace("[://]", "://")
        .replace("[/]", "/");
  }

  /**
   * The normal form, as in {@code example.org/a?b=c}, or nothing when the text is no web address.
   */
  public static Optional<String> normalise(String text) {
    return parse(text).map(Parts::toString);
  }

  static Optional<Parts> parse(String text) {
    String stripped = text.strip().replace("&amp;", "&");
    Matcher scheme = SCHEME.matcher(stripped);
    boolean web = scheme.find();
    if (!web && OTHER_SCHEME.matcher(stripped).matches()) {
      return Optional.empty();
    }
    Matcher parts = PARTS.matcher(web ? stripped.substring(scheme.end()) : stripped);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String authority = parts.group(1).substring(parts.group(1).lastIndexOf('@') + 1);
    Matcher port = PORT.matcher(DEFAULT_PORT.matcher(authority).replaceFirst(""));
    String kept = port.find() ? port.group() : "";
    String path = parts.group(2).equals("/") ? "" : parts.group(2);
    String query = parts.group(3) == null ? "" : withoutTracking(parts.group(3));
    return Hosts.normalise(authority).map(host -> new Parts(host, kept, path, query));
  }

  private static String withoutTracking(String query) {
    return Arrays.stream(query.split("&", -1))
        .filter(parameter -> !parameter.isEmpty() && !isTracking(parameter))
        .collect(Collectors.joining("&"));
  }

  private static boolean isTracking(String parameter) {
    String name = parameter.replaceFirst("=.*", "");
    return name.startsWith("utm_") || TRACKING.contains(name);
  }

  /** What is left of an address; port with its colon or empty, query without its mark. */
  record Parts(String host, String port, String path, String query) {
    String pathAndQuery() {
      return query.isEmpty() ? path : path + "?" + query;
    }

    @Override
    public String toString() {
      return host + port + pathAndQuery();
    }
  }
}
