package org.clew.loader.entity;

import com.google.common.net.InternetDomainName;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Host names in their normal form: lower case, IDNA ASCII (RFC 3490), without {@code www.}, port
 * and trailing dot. Registrable domains follow the public suffix list with its private suffixes, as
 * Guava bundles it: two blogs on one blog host have different owners.
 */
public final class Hosts {
  private static final Pattern PORT = Pattern.compile(":\\d*$");
  private static final Pattern LABEL = Pattern.compile("[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?");
  private static final int MAX_LENGTH = 253;
  private static final String WWW = "www.";

  /** Under no public suffix, but names of sites: hidden services, and RFC 2606's for examples. */
  private static final List<String> MORE_SUFFIXES = List.of(".onion", ".example");

  private static final int REMEMBERED = 20_000;

  /** A few hosts stand in most rows, and the public suffix list is long. */
  private static final Map<String, Optional<String>> NORMALISED = new ConcurrentHashMap<>();

  /** Hosts whose subdomains have owners of their own, though the list does not say so. */
  private static final Set<String> MORE_PRIVATE_SUFFIXES =
      Set.of(
          "wordpress.com",
          "livejournal.com",
          "tumblr.com",
          "substack.com",
          "medium.com",
          "weebly.com",
          "wixsite.com",
          "typepad.com",
          "over-blog.com",
          "jimdo.com",
          "ucoz.ru",
          "narod.ru",
          "yolasite.com",
          "webnode.com",
          "ghost.io",
          "dreamwidth.org",
          "skyrock.com");

  private Hosts() {}

  /**
   * The normal form of a host, or nothing when the text is not a host name under a suffix of the
   * public suffix list (or {@code .onion}, {@code .example}); an IP address is not a host name.
   */
  public static Optional<String> normalise(String text) {
    Optional<String> known = NORMALISED.get(text);
    if (known != null) {
      return known;
    }
    if (NORMALISED.size() >= REMEMBERED) {
      NORMALISED.clear();
    }
    return NORMALISED.computeIfAbsent(text, Hosts::normalised);
  }

  private static Optional<String> normalised(String text) {
    String host = stripDots(PORT.matcher(text.strip().toLowerCase(Locale.ROOT)).replaceFirst(""));
    if (host.isEmpty() || host.length() > MAX_LENGTH) {
      return Optional.empty();
    }
    try {
      String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
      return isLegal(ascii) ? Optional.of(withoutWww(ascii)) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The registrable domain of a normalised host; the host itself where it is a public suffix. */
  public static String registrableDomain(String host) {
    InternetDomainName name = InternetDomainName.from(host);
    if (!name.isUnderPublicSuffix()) {
      return hasOtherSuffix(host) ? lastTwoLabels(host) : host;
    }
    String domain = name.topPrivateDomain().toString();
    if (host.equals(domain) || !MORE_PRIVATE_SUFFIXES.contains(domain)) {
      return domain;
    }
    int tenant = host.length() - domain.length() - 1;
    return host.substring(host.lastIndexOf('.', tenant - 1) + 1);
  }

  /** The registrable domain without its public suffix, as in {@code parstoday} for parstoday.ir. */
  public static String registrableLabel(String host) {
    String domain = registrableDomain(host);
    return domain.substring(0, domain.indexOf('.'));
  }

  /**
   * Whether a normalised host belongs to a tenant of a private suffix, as {@code
   * name.wordpress.com} does: whoever rents it runs it.
   */
  public static boolean isTenant(String host) {
    InternetDomainName name = InternetDomainName.from(host);
    String domain = registrableDomain(host);
    if (MORE_PRIVATE_SUFFIXES.contains(domain.substring(domain.indexOf('.') + 1))) {
      return true;
    }
    return name.isUnderPublicSuffix()
        && !Objects.equals(name.publicSuffix(), name.registrySuffix());
  }

  private static String stripDots(String host) {
    String rest = host;
    while (rest.endsWith(".")) {
      rest = rest.substring(0, rest.length() - 1);
    }
    return rest;
  }

  private static boolean isLegal(String host) {
    String[] labels = host.split("\\.", -1);
    if (host.length() > MAX_LENGTH || labels.length < 2) {
      return false;
    }
    for (String label : labels) {
      if (!LABEL.matcher(label).matches()) {
        return false;
      }
    }
    return hasKnownSuffix(host);
  }

  private static boolean hasOtherSuffix(String host) {
    return MORE_SUFFIXES.stream().anyMatch(host::endsWith);
  }

  private static String lastTwoLabels(String host) {
    return host.substring(host.lastIndexOf('.', host.lastIndexOf('.') - 1) + 1);
  }

  private static boolean hasKnownSuffix(String host) {
    return hasOtherSuffix(host)
        || (InternetDomainName.isValid(host) && InternetDomainName.from(host).hasPublicSuffix());
  }

  /** {@code www.gov.uk} stays, since {@code gov.uk} is a suffix and no site. */
  private static String withoutWww(String host) {
    if (!host.startsWith(WWW)) {
      return host;
    }
    String rest = host.substring(WWW.length());
    boolean site =
        rest.indexOf('.') > 0
            && hasKnownSuffix(rest)
            && (hasOtherSuffix(rest) || !InternetDomainName.from(rest).isPublicSuffix());
    return site ? rest : host;
  }
}
