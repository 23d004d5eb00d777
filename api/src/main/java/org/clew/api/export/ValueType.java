package org.clew.api.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;

/**
 * The types of property that flat formats can declare; a list is a text that holds a JSON array.
 */
enum ValueType {
  STRING("string"),
  LONG("long"),
  DOUBLE("double"),
  BOOLEAN("boolean"),
  LIST("string");

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final String word;

  ValueType(String word) {
    this.word = word;
  }

  /** The type's name in GraphML and GEXF. */
  String word() {
    return word;
  }

  /** Whether a value is of this type, so that its text reads back as the same value. */
  boolean holds(Object value) {
    return switch (this) {
      case STRING -> value instanceof String;
      case LONG -> value instanceof Long || value instanceof Integer;
      case DOUBLE -> value instanceof Double;
      case BOOLEAN -> value instanceof Boolean;
      case LIST -> value instanceof List;
    };
  }

  String text(Object value) {
    return this == LIST ? json(value) : value.toString();
  }

  static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A property value cannot be written as JSON.", e);
    }
  }
}
