package org.clew.api.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.clew.model.access.AccessKey;
import org.clew.model.access.IssuedKey;
import org.jspecify.annotations.Nullable;

/**
 * An API key.
 *
 * @param id 12 hex digits
 * @param name what its owner calls it; may be empty
 * @param role what it allows
 * @param state whether it lets anyone in: valid, expired or revoked
 * @param created when it was made
 * @param expires the last day, in UTC, on which it is valid; null for no end
 * @param revoked when it was revoked; null while it was not
 * @param key the key itself, told once when it is made; left out elsewhere
 */
public record KeyDocument(
    String id,
    String name,
    String role,
    String state,
    Instant created,
    @Nullable LocalDate expires,
    @Nullable Instant revoked,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String key) {

  /** What is told of a key at a moment. */
  public static KeyDocument of(AccessKey key, Instant now) {
    return of(key, now, null);
  }

  /** What is told of a key when it is made, and never again. */
  public static KeyDocument of(IssuedKey issued) {
    return of(issued.key(), issued.key().created(), issued.text());
  }

  private static KeyDocument of(AccessKey key, Instant now, @Nullable String text) {
    return new KeyDocument(
        key.id(),
        key.name(),
        key.role().word(),
        key.stateAt(now).name().toLowerCase(Locale.ROOT),
        key.created(),
        key.expires(),
        key.revoked(),
        text);
  }

  /** Without the key, so that no log can hold it. */
  @Override
  public String toString() {
    return "KeyDocument[" + id + "]";
  }
}
