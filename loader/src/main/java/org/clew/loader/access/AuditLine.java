package org.clew.loader.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.model.entity.Hashes;

/**
 * One line of the log: a JSON object whose last field, {@code hash}, is the SHA-256 of all that
 * stands before it, and whose {@code prev} is the hash of the line before. Reading takes the text
 * as it stands, so that any change of a character shows.
 *
 * @param number from 1 on
 * @param prev hash of the line before
 * @param hash its own
 * @param text the whole line without its line break
 */
record AuditLine(long number, String prev, String hash, String text) {
  /** What the first line follows. */
  static final String BEGINNING = "0".repeat(64);

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern FORM =
      Pattern.compile(
          "(\\{\"n\":(\\d{1,18}),.*,\"prev\":\"([0-9a-f]{64})\"),\"hash\":\"([0-9a-f]{64})\"}",
          Pattern.DOTALL);

  /** The line that an event makes after another. */
  static AuditLine of(AuditEvent event, long number, String prev) {
    ObjectNode node = MAPPER.createObjectNode();
    node.put("n", number);
    node.put("at", event.at().toString());
    node.put("who", event.who());
    node.put("name", event.name());
    node.put("from", event.from());
    node.put("method", event.method());
    node.put("route", event.route());
    node.put("path", event.path());
    node.put("status", event.status());
    node.put("ms", event.millis());
    node.put("text", event.text());
    node.put("prev", prev);
    String open = node.toString();
    String body = open.substring(0, open.length() - 1);
    String hash = Hashes.sha256(body);
    return new AuditLine(number, prev, hash, body + ",\"hash\":\"" + hash + "\"}");
  }

  /** A line whose hash is right; empty for anything else. */
  static Optional<AuditLine> read(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || !Hashes.sha256(matcher.group(1)).equals(matcher.group(4))) {
      return Optional.empty();
    }
    return Optional.of(
        new AuditLine(Long.parseLong(matcher.group(2)), matcher.group(3), matcher.group(4), text));
  }

  /** The line as a document; empty when it is no JSON. */
  static Optional<JsonNode> document(String text) {
    try {
      return Optional.ofNullable(MAPPER.readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }
}
