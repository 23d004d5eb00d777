package org.clew.model.access;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HexFormat;
import org.clew.model.entity.Hashes;
import org.jspecify.annotations.Nullable;

/**
 * A new key together with its text, which is shown once and kept nowhere.
 *
 * @param key what is kept
 * @param text what its owner sends
 */
public record IssuedKey(AccessKey key, String text) {
  private static final int ID_BYTES = 6;
  private static final int SECRET_BYTES = 32;

  /** A new key; the random generator must be one for secrets. */
  public static IssuedKey of(
      String name, Role role, @Nullable LocalDate expires, Instant now, SecureRandom random) {
    String id = HexFormat.of().formatHex(bytes(ID_BYTES, random));
    String secret =
        Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(SECRET_BYTES, random));
    String text = "clew_" + id + "_" + secret;
    return new IssuedKey(
        new AccessKey(id, name, role, Hashes.sha256(text), now, expires, null), text);
  }

  private static byte[] bytes(int count, SecureRandom random) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  /** Without the secret, so that no log can hold it. */
  @Override
  public String toString() {
    return "IssuedKey[" + key.id() + "]";
  }
}
