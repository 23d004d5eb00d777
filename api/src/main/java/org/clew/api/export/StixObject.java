package org.clew.api.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/** Assembles one STIX object; null values and empty lists are left out, as STIX wants it. */
final class StixObject {
  /** Clew's own extension, which holds what STIX has no place for. */
  static final String EXTENSION = StixIds.own("extension-definition", "clew");

  /** The graph holds no time at which an object was made, and STIX demands one. */
  static final String NO_TIME = "1970-01-01T00:00:00.000Z";

  private final Map<String, Object> fields = new LinkedHashMap<>();

  private StixObject(String type, String id) {
    fields.put("type", type);
    fields.put("spec_version", "2.1");
    fields.put("id", id);
  }

  /** An object without times, such as a user account. */
  static StixObject observable(String type, String id) {
    return new StixObject(type, id);
  }

  /** An object with times, such as an identity or a relationship. */
  static StixObject dated(String type, String id) {
    return new StixObject(type, id).with("created", NO_TIME).with("modified", NO_TIME);
  }

  StixObject with(String name, @Nullable Object value) {
    if (value != null && !value.equals(List.of())) {
      fields.put(name, value);
    }
    return this;
  }

  /** Adds what Clew's extension holds of the object. */
  StixObject extended(String extensionType, Map<String, Object> content) {
    Map<String, Object> extension = new LinkedHashMap<>();
    extension.put("extension_type", extensionType);
    extension.putAll(content);
    return with("extensions", Map.of(EXTENSION, extension));
  }

  StixObject marked(Tlp level) {
    return with("object_marking_refs", List.of(StixMarking.id(level)));
  }

  String id() {
    return String.valueOf(fields.get("id"));
  }

  Map<String, Object> fields() {
    return fields;
  }
}
