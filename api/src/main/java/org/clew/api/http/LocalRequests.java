package org.clew.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns away requests that a foreign web page makes a browser send here: those that name another
 * host (DNS rebinding) and those of another origin.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class LocalRequests {
  private final AllowedHosts allowed;

  LocalRequests(AllowedHosts allowed) {
    this.allowed = allowed;
  }

  @RequestFilter
  @Nullable HttpResponse<?> check(HttpRequest<?> request) {
    List<String> hosts = request.getHeaders().getAll(HttpHeaders.HOST);
    if (hosts.isEmpty()) {
      return Problem.of(
              HttpStatus.BAD_REQUEST, "The request names no host, or its address is malformed.")
          .response();
    }
    if (hosts.size() > 1 || !allowed.hasHost(hosts.get(0))) {
      return Problem.of(
              HttpStatus.MISDIRECTED_REQUEST,
              "This server does not answer to that host name; 'clew serve --host NAME' adds one.")
          .response();
    }
    String origin = request.getHeaders().get(HttpHeaders.ORIGIN);
    if (origin != null && !allowed.hasOrigin(origin)) {
      return Problem.of(HttpStatus.FORBIDDEN, "Pages of another site may not ask this server.")
          .response();
    }
    return null;
  }
}
