package org.clew.api.http;

import io.micronaut.core.annotation.Order;
import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Tells browsers to run nothing but our own files, and to keep what they get to themselves. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders {
  static final String POLICY = "Content-Security-Policy";

  /** For a document that carries its style in itself and needs nothing else. */
  static final String DOCUMENT_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  private static final Map<String, String> HEADERS =
      Map.of(
          POLICY,
          "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
              + " connect-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "X-Frame-Options",
          "DENY",
          "Cross-Origin-Resource-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin");

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    boolean ownPolicy = DOCUMENT_POLICY.equals(response.getHeaders().get(POLICY));
    HEADERS.forEach(response.getHeaders()::set);
    if (ownPolicy) {
      response.getHeaders().set(POLICY, DOCUMENT_POLICY);
    }
    if (!response.getHeaders().contains("Cache-Control")) {
      boolean data = request.getPath().startsWith("/api/");
      response.getHeaders().set("Cache-Control", data ? "no-store" : "no-cache");
    }
  }
}
