package org.clew.loader.entity;

import java.util.Arrays;
import java.util.List;
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
  private static final List<String> SCHEMES = List.of("https://", "http://", "//");
  private static final Pattern OTHER_SCHEME =
      Pattern.compile("^[A-Za-z][A-Za-z0-9+.-]*:(?!\\d+(?:/|$)).*", Pattern.DOTALL);
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
    int start = afterScheme(stripped);
    if (start == 0 && OTHER_SCHEME.matcher(stripped).matches()) {
      return Optional.empty();
    }
    int authorityEnd = firstOf("/?#", stripped, start);
    int pathEnd = firstOf("?#", stripped, authorityEnd);
    int queryEnd = firstOf("#", stripped, pathEnd);
    int host = stripped.lastIndexOf('@', authorityEnd - 1) + 1;
    String authority = stripped.substring(Math.max(start, host), authorityEnd);
    String path = stripped.substring(authorityEnd, pathEnd);
    String query =
        pathEnd < queryEnd ? withoutTracking(stripped.substring(pathEnd + 1, queryEnd)) : "";
    return Hosts.normalise(authority)
        .map(name -> new Parts(name, port(authority), path.equals("/") ? "" : path, query));
  }

  private static int afterScheme(String text) {
    for (String scheme : SCHEMES) {
      if (text.regionMatches(true, 0, scheme, 0, scheme.length())) {
        return scheme.length();
      }
    }
    return 0;
  }

  /** Where the first of these characters stands; the end of the text where there is none. */
  private static int firstOf(String characters, String text, int from) {
    int at = from;
    while (at < text.length() && characters.indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return at;
  }

  private static String port(String authority) {
    if (authority.indexOf(':') < 0) {
      return "";
    }
    Matcher port = PORT.matcher(DEFAULT_PORT.matcher(authority).replaceFirst(""));
    return port.find() ? port.group() : "";
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
