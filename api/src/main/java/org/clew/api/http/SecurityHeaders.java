package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import java.util.Map;

/** Tells browsers to run nothing but our own files, and to keep what they get to themselves. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class SecurityHeaders {
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
              "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                  + " connect-src 'self'; base-uri 'none'; form-action 'none';"
                  + " frame-ancestors 'none'",
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "X-Frame-Options", "DENY",
          "Cross-Origin-Resource-Policy", "same-origin",
          "Cross-Origin-Opener-Policy", "same-origin");

  @ResponseFilter
  void add(HttpRequest<?> request, MutableHttpResponse<?> response) {
    HEADERS.forEach((name, value) -> response.getHeaders().set(name, value));
    if (!response.getHeaders().contains("Cache-Control")) {
      boolean data = request.getPath().startsWith("/api/");
      response.getHeaders().set("Cache-Control", data ? "no-store" : "no-cache");
    }
  }
}
