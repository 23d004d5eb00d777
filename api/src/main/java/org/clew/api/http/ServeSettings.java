package org.clew.api.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Where a server answers, and to whom.
 *
 * @param bind an address or name of this machine; on any but a loopback one, callers need a key
 * @param port 0 for a free one
 * @param requireKey whether callers need a key on loopback too
 * @param hosts the names, beside those of loopback and {@code bind}, under which it is reached
 * @param rate requests a second for each caller; 0 for no limit; null for none on loopback and
 *     {@value #DEFAULT_RATE} elsewhere
 */
public record ServeSettings(
    String bind, int port, boolean requireKey, Set<String> hosts, @Nullable Integer rate) {
  /** Requests a second for each caller where others can reach the server. */
  public static final int DEFAULT_RATE = 50;

  private static final int MOST_RATE = 100_000;

  /**
   * Checks the values.
   *
   * @throws ClewException USAGE when one makes no sense
   */
  public ServeSettings {
    hosts = Set.copyOf(hosts);
    if (bind.isBlank()) {
      throw wrong("The address to bind to is empty; 127.0.0.1 is the one for this machine alone.");
    }
    if (port < 0 || port > 65_535) {
      throw wrong("The port is " + port + "; ports run from 0 to 65535, 0 for a free one.");
    }
    if (rate != null && (rate < 0 || rate > MOST_RATE)) {
      throw wrong(
          "The rate is " + rate + "; it must be from 1 to " + MOST_RATE + ", or 0 for no limit.");
    }
  }

  /** For the single user of this machine. */
  public static ServeSettings local(String bind, int port) {
    return new ServeSettings(bind, port, false, Set.of(), null);
  }

  /** Whether only this machine reaches the server. */
  boolean isLoopback() {
    return address().isLoopbackAddress();
  }

  /** Whether callers need a key. */
  boolean demandsKeys() {
    return requireKey || !isLoopback();
  }

  /** Requests a second for each caller; 0 for no limit. */
  int requestsPerSecond() {
    if (rate != null) {
      return rate;
    }
    return isLoopback() ? 0 : DEFAULT_RATE;
  }

  /** The address to bind to. */
  InetAddress address() {
    try {
      return InetAddress.getByName(bind);
    } catch (UnknownHostException e) {
      throw new ClewException(Reason.USAGE, "'" + bind + "' is not an address of this machine.", e);
    }
  }

  private static ClewException wrong(String sentence) {
    return new ClewException(Reason.USAGE, sentence);
  }
}
