package org.clew.api.export;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.stream.Collectors;

/** Deterministic STIX identifiers: UUIDs of version 5 (STIX 2.1, section 2.9). */
final class StixIds {
  private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");
  private static final UUID CLEW = UUID.fromString("bf46c4ac-ebf4-4724-8d09-2dd6254a6ae5");

  private StixIds() {}

  /** The id of a cyber-observable object by those of its properties that make the id. */
  static String observable(String type, SortedMap<String, String> contributing) {
    String canonical =
        contributing.entrySet().stream()
            .map(StixIds::member)
            .collect(Collectors.joining(",", "{", "}"));
    return type + "--" + version5(OBSERVABLES, canonical);
  }

  /** The id of any other object by what tells it apart within Clew. */
  static String own(String type, String key) {
    return type + "--" + version5(CLEW, type + "|" + key);
  }

  private static String member(Map.Entry<String, String> property) {
    return quoted(property.getKey()) + ":" + quoted(property.getValue());
  }

  /** A string as RFC 8785 (JSON canonicalization scheme) writes it. */
  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> quoted.append('\\').append(c);
        case '\b' -> quoted.append("\\b");
        case '\t' -> quoted.append("\\t");
        case '\n' -> quoted.append("\\n");
        case '\f' -> quoted.append("\\f");
        case '\r' -> quoted.append("\\r");
        default -> quoted.append(c < 0x20 ? String.format("\\u%04x", (int) c) : c);
      }
    }
    return quoted.append('"').toString();
  }

  private static UUID version5(UUID namespace, String name) {
    MessageDigest sha1 = sha1();
    sha1.update(
        ByteBuffer.allocate(2 * Long.BYTES)
            .putLong(namespace.getMostSignificantBits())
            .putLong(namespace.getLeastSignificantBits())
            .flip());
    ByteBuffer digest = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
    long high = (digest.getLong() & ~0xF000L) | 0x5000L;
    long low = (digest.getLong() & ~(0xC000L << 48)) | (0x8000L << 48);
    return new UUID(high, low);
  }

  private static MessageDigest sha1() {
    try {
      return MessageDigest.getInstance("SHA-1");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-1.", e);
    }
  }
}
