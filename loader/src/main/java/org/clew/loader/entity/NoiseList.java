package org.clew.loader.entity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The short list that comes with Clew of what ties nobody to anybody: shorteners, platforms,
 * counters, delivery networks, parking, the most visited hosts, and who stands in a register in
 * place of the registrant. Evidence through a host on it is kept and marked; a placeholder never
 * becomes an indicator.
 */
public final class NoiseList {
  private static final NoiseList BUILT_IN = new NoiseList(Resources.yaml("noise.yml"));

  private final Set<String> shorteners;
  private final Set<String> platforms;
  private final Map<String, String> hosts = new HashMap<>();
  private final List<String> placeholders;
  private final List<String> proxies;
  private final Set<String> proxyMailHosts;
  private final List<String> mailRoles;

  private NoiseList(Map<String, Object> lists) {
    shorteners = new HashSet<>(strings(lists, "shorteners"));
    platforms = new HashSet<>(strings(lists, "platforms"));
    Resources.map(lists.getOrDefault("hosts", Map.of()))
        .forEach(
            (reason, list) -> Resources.strings(list).forEach(host -> hosts.put(host, reason)));
    placeholders = strings(lists, "placeholders");
    proxies = strings(lists, "proxies");
    Map<String, Object> emails = Resources.map(lists.getOrDefault("emails", Map.of()));
    proxyMailHosts = new HashSet<>(strings(emails, "proxyHosts"));
    mailRoles = strings(emails, "roles");
  }

  /** The list that comes with Clew. */
  public static NoiseList builtIn() {
    return BUILT_IN;
  }

  /** Whether the normalised host only redirects. */
  public boolean isShortener(String host) {
    return holds(host, shorteners::contains);
  }

  /** Whether the owner of the normalised host is not the one who publishes there. */
  public boolean isPlatform(String host) {
    return holds(host, name -> platforms.contains(name) || Platforms.onHost(name).isPresent());
  }

  /** Why evidence through a normalised host counts nothing; nothing when it counts. */
  public Optional<String> host(String host) {
    if (isShortener(host)) {
      return Optional.of("URL shortener");
    }
    for (String name : selfAndParents(host)) {
      if (hosts.containsKey(name)) {
        return Optional.of(hosts.get(name));
      }
    }
    return isPlatform(host) ? Optional.of("platform") : Optional.empty();
  }

  /** Whether a registrant's name, organisation or address is empty or a placeholder. */
  public boolean isPlaceholder(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    return text.isEmpty()
        || text.equals("null")
        || text.equals("none")
        || text.equals("-")
        || placeholders.stream().anyMatch(text::contains);
  }

  /** Whether a registrant's name, organisation or address is that of a privacy service. */
  public boolean isProxy(String value) {
    String text = value.strip().toLowerCase(Locale.ROOT);
    return proxies.stream().anyMatch(text::contains);
  }

  /** Whether an e-mail address is a registrar's contact or a privacy service's. */
  public boolean isServiceEmail(String email) {
    String text = email.strip().toLowerCase(Locale.ROOT);
    int at = text.lastIndexOf('@');
    if (at < 0) {
      return false;
    }
    String local = text.substring(0, at);
    return proxyMailHosts.contains(text.substring(at + 1))
        || mailRoles.stream()
            .anyMatch(
                role ->
                    local.equals(role) || local.endsWith("-" + role) || local.endsWith("." + role));
  }

  private static boolean holds(String host, Predicate<String> list) {
    return selfAndParents(host).stream().anyMatch(list);
  }

  /** From the host up to its registrable domain: a tenant of a private suffix is its own. */
  private static List<String> selfAndParents(String host) {
    List<String> names = new ArrayList<>();
    String top = Hosts.registrableDomain(host);
    String name = host;
    while (name.length() > top.length()) {
      names.add(name);
      name = name.substring(name.indexOf('.') + 1);
    }
    names.add(top);
    return names;
  }

  private static List<String> strings(Map<String, Object> map, String key) {
    return Resources.strings(map.getOrDefault(key, List.of()));
  }
}
