package org.clew.model.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.model.entity.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of an API key: everything but the key itself. A key's text is {@code clew_}, its id,
 * {@code _} and 43 characters that hold 256 random bits; since nobody can guess these, a plain
 * SHA-256 protects them as well as a slow hash would.
 *
 * @param id 12 hex digits; not secret
 * @param name what its owner calls it; may be empty
 * @param role what it allows
 * @param sha256 64 hex digits: the SHA-256 of the key's text
 * @param created when it was made
 * @param expires the last day, in UTC, on which it is valid; null for no end
 * @param revoked when it was revoked; null while it was not
 */
public record AccessKey(
    String id,
    String name,
    Role role,
    String sha256,
    Instant created,
    @Nullable LocalDate expires,
    @Nullable Instant revoked) {
  private static final Pattern TEXT = Pattern.compile("clew_([0-9a-f]{12})_[A-Za-z0-9_-]{43}");
  private static final Pattern ID = Pattern.compile("[0-9a-f]{12}");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /** Whether a key lets anyone in. */
  public enum State {
    VALID,
    EXPIRED,
    REVOKED
  }

  public AccessKey {
    if (!ID.matcher(id).matches() || !HASH.matcher(sha256).matches()) {
      throw new IllegalArgumentException("The id or the hash of a key is malformed.");
    }
  }

  /** The id that a text names which has the form of a key. */
  public static Optional<String> idIn(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /** Whether that text is this key; takes equally long for every text. */
  public boolean matches(String text) {
    return MessageDigest.isEqual(
        sha256.getBytes(StandardCharsets.US_ASCII),
        Hashes.sha256(text).getBytes(StandardCharsets.US_ASCII));
  }

  /** Whether it lets anyone in at a moment. */
  public State stateAt(Instant moment) {
    if (revoked != null) {
      return State.REVOKED;
    }
    LocalDate today = moment.atZone(ZoneOffset.UTC).toLocalDate();
    return expires != null && today.isAfter(expires) ? State.EXPIRED : State.VALID;
  }

  /** The same key, revoked; one that was revoked before stays as it is. */
  public AccessKey revokedAt(Instant moment) {
    return revoked != null ? this : new AccessKey(id, name, role, sha256, created, expires, moment);
  }
}
