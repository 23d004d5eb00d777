package org.clew.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns away requests that a foreign web page makes a browser send here: those that name another
 * host (DNS rebinding) and those of another origin.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LocalRequests {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
    if (hosts.isEmpty()) {
      return Problem.of(
              HttpStatus.BAD_REQUEST, "The request names no host, or its address is malformed.")
          .response();
    }
    if (hosts.size() > 1 || !isLoopback("http://" + hosts.get(0))) {
      return Problem.of(
              HttpStatus.MISDIRECTED_REQUEST,
              "This server answers to localhost and 127.0.0.1 only.")
          .response();
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null && !isLoopback(origin)) {
      return Problem.of(HttpStatus.FORBIDDEN, "Pages of another site may not ask this server.")
          .response();
    }
    return null;
  }

  /** Whether requests that name that host are answered. */
  static boolean answersTo(String host) {
    return LOOPBACK.contains(host.contains(":") && !host.startsWith("[") ? "[" + host + "]" : host);
  }

  private static boolean isLoopback(String address) {
    try {
      URI uri = URI.create(address);
      String host = uri.getHost();
      return host != null
          && uri.getRawUserInfo() == null
          && uri.getRawPath().isEmpty()
          && LOOPBACK.contains(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
