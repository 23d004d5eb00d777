package org.clew.loader.access;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.clew.model.access.AccessKey;
import org.clew.model.access.Role;
import org.jspecify.annotations.Nullable;

/** The keys file's content: JSON, read strictly, so that a damaged file lets nobody in. */
final class StoredKeys {
  private static final int VERSION = 1;
  private static final Set<String> FIELDS =
      Set.of("id", "name", "role", "sha256", "created", "expires", "revoked");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private StoredKeys() {}

  static byte[] write(List<AccessKey> keys) throws JsonProcessingException {
    ObjectNode root = MAPPER.createObjectNode();
    root.put("version", VERSION);
    ArrayNode list = root.putArray("keys");
    for (AccessKey key : keys) {
      ObjectNode node = list.addObject();
      node.put("id", key.id());
      node.put("name", key.name());
      node.put("role", key.role().word());
      node.put("sha256", key.sha256());
      node.put("created", key.created().toString());
      node.put("expires", text(key.expires()));
      node.put("revoked", text(key.revoked()));
    }
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(root);
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IOException when it is anything else
   */
  static List<AccessKey> read(byte[] content) throws IOException {
    JsonNode root = MAPPER.readTree(content);
    if (root.path("version").asInt() != VERSION || !root.path("keys").isArray()) {
      throw new IOException("It is no keys file of version " + VERSION + ".");
    }
    List<AccessKey> keys = new ArrayList<>();
    Set<String> ids = new HashSet<>();
    for (JsonNode node : root.get("keys")) {
      AccessKey key = key(node);
      if (!ids.add(key.id())) {
        throw new IOException("The key " + key.id() + " stands there twice.");
      }
      keys.add(key);
    }
    return keys;
  }

  private static AccessKey key(JsonNode node) throws IOException {
    Set<String> names = new HashSet<>();
    node.fieldNames().forEachRemaining(names::add);
    if (!names.equals(FIELDS)) {
      throw new IOException("An entry has the fields " + names + ".");
    }
    String expires = optional(node, "expires");
    String revoked = optional(node, "revoked");
    try {
      return new AccessKey(
          required(node, "id"),
          required(node, "name"),
          Role.parse(required(node, "role")),
          required(node, "sha256"),
          Instant.parse(required(node, "created")),
          expires == null ? null : LocalDate.parse(expires),
          revoked == null ? null : Instant.parse(revoked));
    } catch (RuntimeException e) {
      throw new IOException("An entry has a wrong value.", e);
    }
  }

  private static String required(JsonNode node, String field) throws IOException {
    String text = optional(node, field);
    if (text == null) {
      throw new IOException("The field " + field + " is empty.");
    }
    return text;
  }

  private static @Nullable String optional(JsonNode node, String field) throws IOException {
    JsonNode value = node.get(field);
    if (value.isNull()) {
      return null;
    }
    if (!value.isTextual()) {
      throw new IOException("The field " + field + " is no text.");
    }
    return value.textValue();
  }

  private static @Nullable String text(@Nullable Object value) {
    return value == null ? null : value.toString();
  }
}
