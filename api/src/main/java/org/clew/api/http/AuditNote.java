package org.clew.api.http;

import io.micronaut.http.HttpRequest;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.clew.api.access.Caller;
import org.clew.loader.access.AuditEvent;
import org.jspecify.annotations.Nullable;

/**
 * What the audit log will say of a request.
 *
 * @param request the request
 * @param route its route's template; its path where there is no such route
 * @param began when it came, as {@link System#nanoTime} tells it
 */
record AuditNote(HttpRequest<?> request, String route, long began) {
  private static final String TEXT = "clew.audit.text";

  /** Adds the text of a question to what is noted of its request. */
  static void text(HttpRequest<?> request, @Nullable String text) {
    request.setAttribute(TEXT, text);
  }

  /** The event, once the request is answered. */
  AuditEvent answered(Optional<Caller> caller, int status) {
    @Nullable Caller known = caller.orElse(null);
    InetAddress address = request.getRemoteAddress().getAddress();
    return new AuditEvent(
        Instant.now(),
        known == null ? "none" : known.id(),
        known == null ? null : known.name(),
        address == null ? null : address.getHostAddress(),
        request.getMethodName(),
        route,
        request.getUri().toString(),
        status,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
        request.getAttribute(TEXT, String.class).orElse(null));
  }
}
