package org.clew.model.entity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 digests that ids are made of. */
public final class Hashes {
  private static final int SHORT_HEX_DIGITS = 16;
  private static final HexFormat HEX = HexFormat.of();

  /** Asking the providers for a digest takes as long as a digest of a short text. */
  private static final ThreadLocal<MessageDigest> SHA256 =
      ThreadLocal.withInitial(Hashes::newSha256);

  private Hashes() {}

  /** The first 16 hex digits of the SHA-256 of a text in UTF-8. */
  public static String shortHash(String text) {
    byte[] digest = SHA256.get().digest(text.getBytes(StandardCharsets.UTF_8));
    return HEX.formatHex(digest, 0, SHORT_HEX_DIGITS / 2);
  }

  /** All 64 hex digits of the SHA-256 of a text in UTF-8. */
  public static String sha256(String text) {
    return HEX.formatHex(SHA256.get().digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A fresh SHA-256 digest. */
  public static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }
}
