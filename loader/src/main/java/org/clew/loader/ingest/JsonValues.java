package org.clew.loader.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON as the values that properties have in the graph; what is no such value stays a node. */
final class JsonValues {
  private static final ObjectMapper JSON = new ObjectMapper();

  private JsonValues() {}

  /** The members of an object; none where it is no object. */
  static Map<String, Object> members(JsonNode object) {
    Map<String, Object> members = new TreeMap<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      members.put(member.getKey(), of(member.getValue()));
    }
    return members;
  }

  /** A text as JSON; the text itself where it is none. */
  static Object parse(String text) {
    try {
      JsonNode node = JSON.readTree(text);
      return node.isObject() ? members(node) : of(node);
    } catch (JsonProcessingException e) {
      return text;
    }
  }

  private static Object of(JsonNode node) {
    if (node.isTextual()) {
      return node.textValue();
    }
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      return node.longValue();
    }
    if (node.isFloatingPointNumber()) {
      return node.doubleValue();
    }
    if (node.isBoolean()) {
      return node.booleanValue();
    }
    return node.isArray() ? list(node) : node;
  }

  private static List<Object> list(JsonNode array) {
    List<Object> list = new ArrayList<>();
    array.forEach(item -> list.add(of(item)));
    return list;
  }
}
