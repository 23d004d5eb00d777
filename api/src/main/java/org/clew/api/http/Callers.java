package org.clew.api.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.clew.api.access.Caller;
import org.clew.loader.access.LiveKeys;
import org.clew.loader.ingest.DataFolder;

/** Tells who asks, by the key in {@code Authorization: Bearer KEY}. */
@Singleton
final class Callers {
  private static final String ATTRIBUTE = "clew.caller";
  private static final String SCHEME = "bearer ";

  private final LiveKeys keys;
  private final boolean demandsKeys;

  Callers(DataFolder data, ServeSettings settings) {
    this.keys = new LiveKeys(data.keys());
    this.demandsKeys = settings.demandsKeys();
  }

  /** Who was let in with that request. */
  static Caller of(HttpRequest<?> request) {
    return request
        .getAttribute(ATTRIBUTE, Caller.class)
        .orElseThrow(() -> new IllegalStateException("The request was not let in."));
  }

  /** Remembers who was let in. */
  static void letIn(HttpRequest<?> request, Caller caller) {
    request.setAttribute(ATTRIBUTE, caller);
  }

  /**
   * Who asks; empty without a valid key where one is demanded.
   *
   * @throws org.clew.model.ClewException when the keys cannot be read
   */
  Optional<Caller> find(HttpRequest<?> request) {
    if (!demandsKeys) {
      return Optional.of(Caller.LOCAL);
    }
    List<String> values = request.getHeaders().getAll(HttpHeaders.AUTHORIZATION);
    if (values.size() != 1 || !values.get(0).toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
      return Optional.empty();
    }
    return keys.find(values.get(0).substring(SCHEME.length()).strip()).map(Caller::of);
  }
}
