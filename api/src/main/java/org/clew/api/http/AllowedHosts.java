package org.clew.api.http;

import java.net.URI;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * The host names under which a server answers. A page of another site can make its own name point
 * to this machine (DNS rebinding), but not make a browser send one of these.
 */
final class AllowedHosts {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
  private static final Pattern NAME =
      Pattern.compile("[a-z0-9]([a-z0-9.-]{0,252}[a-z0-9])?|\\[[0-9a-f:.]+]");

  private final Set<String> names;

  private AllowedHosts(Set<String> names) {
    this.names = names;
  }

  /**
   * The names of loopback, of the address bound to (unless it stands for all) and the given ones.
   *
   * @throws ClewException USAGE when one is no host name
   */
  static AllowedHosts of(ServeSettings settings) {
    Set<String> names = new HashSet<>(LOOPBACK);
    if (!settings.address().isAnyLocalAddress()) {
      names.add(normal(settings.bind()));
    }
    for (String host : settings.hosts()) {
      String name = normal(host);
      if (!NAME.matcher(name).matches()) {
        throw new ClewException(
            Reason.USAGE,
            "'" + host + "' is no host name; write it without scheme, port and path.");
      }
      names.add(name);
    }
    return new AllowedHosts(names);
  }

  /** Whether the value of a Host header names this server; the port does not matter. */
  boolean hasHost(String host) {
    return hasOrigin("http://" + host);
  }

  /** Whether an origin, as {@code https://name:port}, is this server. */
  boolean hasOrigin(String origin) {
    try {
      URI uri = URI.create(origin);
      String host = uri.getHost();
      return host != null
          && uri.getRawUserInfo() == null
          && uri.getRawPath().isEmpty()
          && names.contains(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static String normal(String host) {
    String name = host.strip().toLowerCase(Locale.ROOT);
    return name.indexOf(':') != name.lastIndexOf(':') && !name.startsWith("[")
        ? "[" + name + "]"
        : name;
  }
}
