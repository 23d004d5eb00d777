package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.loader.entity.Hosts;
import org.clew.loader.entity.IpAddresses;
import org.clew.loader.entity.NoiseList;
import org.clew.loader.entity.Wallets;
import org.clew.loader.entity.WebAddress;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/** What the laundromat found in a site's pages and its connection. */
final class SiteIndicators {
  private static final Pattern GA = Pattern.compile("(?i)UA-(\\d{4,10})(?:-\\d+)?");
  private static final Pattern GA4 = Pattern.compile("(?:G-)?([A-Z0-9]{8,12})");
  private static final Pattern OTHER_TAG =
      Pattern.compile("(?=.*[A-Za-z])(?=.*\\d)[A-Za-z0-9]{8,20}");
  private static final Pattern METRICA = Pattern.compile("(?:ym\\()?(\\d{4,12})");
  private static final Pattern VERIFICATION = Pattern.compile("[\\w.:-]+\\|\\S{6,}");
  private static final Pattern UUID =
      Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
  private static final Pattern SUBNET = Pattern.compile("(?:\\d{1,3}\\.){2}\\d{1,3}");
  private static final Pattern SET_ITEM =
      Pattern.compile("'((?:[^'\\\\]|\\\\.)*)'|\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final String CDN = "hosting/cdn-host";

  private SiteIndicators() {}

  /** States the indicator; a sentence why there is none, before which nothing was stated. */
  static @Nullable String state(EntityId domain, String type, String content, RowFacts facts) {
    if (content.isEmpty()) {
      return "No indicator: the value is empty.";
    }
    return switch (type) {
      case "domain", "domain_suffix" -> null;
      case "ip" -> ip(domain, content, facts);
      case "subnet" -> matching(domain, "hosting/subnet", SUBNET.matcher(content), "", facts);
      case "ga_id" -> matching(domain, "tracker/ga", GA.matcher(content), "UA-", facts);
      case "ga_tag_id" -> googleTag(domain, content, facts);
      case "yandex_tag_id" ->
          matching(domain, "tracker/yandex-metrica", METRICA.matcher(content), "", facts);
      case "verification_id" ->
          matching(domain, "tracker/verification", VERIFICATION.matcher(content), "", facts);
      case "uuid" ->
          matching(
              domain, "template/uuid", UUID.matcher(content.toLowerCase(Locale.ROOT)), "", facts);
      case "css-class" -> cssClasses(domain, content, facts);
      case "certificate" -> certificate(domain, content, facts);
      case "cert-domain" -> certificateDomain(domain, content, facts);
      case "cdn-domain" -> cdnHost(domain, content, facts);
      case "crypto-wallet" -> wallet(domain, content, facts);
      case "meta_social" -> metaSocial(domain, content, facts);
      default -> "'" + type + "' is not an indicator type Clew knows.";
    };
  }

  private static @Nullable String ip(EntityId domain, String content, RowFacts facts) {
    Optional<String> address = IpAddresses.normalise(content);
    if (address.isEmpty()) {
      return "No indicator: the value is not a hosting/ip value.";
    }
    facts.uses(domain, "hosting/ip", address.get());
    return null;
  }

  private static @Nullable String matching(
      EntityId domain, String kind, Matcher matcher, String prefix, RowFacts facts) {
    if (!matcher.matches()) {
      return "No indicator: the value is not a " + kind + " value.";
    }
    String value = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
    facts.uses(domain, kind, prefix + value);
    return null;
  }

  /** What the collector's pattern took for a tag id but no tag can be, still is a shared token. */
  private static @Nullable String googleTag(EntityId domain, String content, RowFacts facts) {
    if (GA4.matcher(content).matches() && !content.chars().allMatch(Character::isDigit)) {
      return matching(domain, "tracker/ga4", GA4.matcher(content), "G-", facts);
    }
    if (!OTHER_TAG.matcher(content).matches()) {
      return "No indicator: '" + content + "' is not a Google tag id.";
    }
    facts.uses(domain, "tracker/other", "google-tag|" + content);
    return null;
  }

  private static @Nullable String cssClasses(EntityId domain, String content, RowFacts facts) {
    List<String> classes = new ArrayList<>();
    Matcher item = SET_ITEM.matcher(content);
    while (item.find()) {
      String name = item.group(1) == null ? item.group(2) : item.group(1);
      if (name != null && !name.isBlank()) {
        classes.add(name.strip());
      }
    }
    if (classes.isEmpty()) {
      return "No indicator: the set is empty.";
    }
    classes.forEach(name -> facts.uses(domain, "template/css-class", name));
    return null;
  }

  private static @Nullable String certificate(EntityId domain, String content, RowFacts facts) {
    Optional<String> fingerprint = Certificates.fingerprint(content);
    if (fingerprint.isEmpty()) {
      return "No indicator: the value is not an X.509 certificate.";
    }
    facts.uses(domain, "tls/certificate", fingerprint.get());
    return null;
  }

  /** A name of the same site only states that host; a foreign one ties the site to it. */
  private static @Nullable String certificateDomain(
      EntityId domain, String content, RowFacts facts) {
    Optional<String> host =
        Hosts.normalise(content.startsWith("*.") ? content.substring(2) : content);
    if (host.isEmpty()) {
      return "No indicator: '" + content + "' is not a host name.";
    }
    if (isSameSite(domain, host.get())) {
      facts.domain(host.get());
      return null;
    }
    if (NoiseList.builtIn().host(host.get()).isPresent()) {
      return "No indicator: '" + host.get() + "' stands in everybody's certificates.";
    }
    facts.uses(domain, "tls/certificate", "name:" + host.get());
    return null;
  }

  /**
   * A site served from another's host shares it with that other, so both use it; a site served from
   * its own host shares nothing.
   */
  private static @Nullable String cdnHost(EntityId domain, String content, RowFacts facts) {
    Optional<String> host = Hosts.normalise(content);
    if (host.isEmpty()) {
      return "No indicator: '" + content + "' is not a host name.";
    }
    if (isSameSite(domain, host.get())) {
      return "No indicator: '" + host.get() + "' is the site's own host.";
    }
    facts.uses(domain, CDN, host.get());
    if (NoiseList.builtIn().host(host.get()).isEmpty()) {
      EntityId owner = facts.domain(Hosts.registrableDomain(host.get()));
      facts.link(
          owner,
          LinkType.USES,
          facts.indicator(CDN, host.get()),
          Basis.DERIVED,
          null,
          "The host is its own.");
    }
    return null;
  }

  private static @Nullable String wallet(EntityId domain, String content, RowFacts facts) {
    Optional<String> address = Wallets.normalise(content);
    if (address.isEmpty()) {
      return "No indicator: the value has no checksum of a wallet address.";
    }
    facts.uses(domain, "payment/wallet", address.get());
    return null;
  }

  private static @Nullable String metaSocial(EntityId domain, String content, RowFacts facts) {
    int bar = content.indexOf('|');
    String handle = bar < 0 ? "" : content.substring(bar + 1).strip();
    if (!content.startsWith("twitter:")) {
      return "No indicator: '" + content + "' is no tag Clew knows.";
    }
    WebAddress address = WebAddress.ofHandle("x", handle);
    if (address instanceof WebAddress.Asset asset) {
      facts.link(domain, LinkType.DECLARES, facts.asset(asset), Basis.OBSERVED);
      return null;
    }
    return "No indicator: '" + handle + "' is not a legal handle on x.";
  }

  private static boolean isSameSite(EntityId domain, String host) {
    return Hosts.registrableDomain(host).equals(Hosts.registrableDomain(domain.local()));
  }
}
