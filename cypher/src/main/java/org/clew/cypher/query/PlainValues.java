package org.clew.cypher.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Value;
import org.neo4j.driver.types.MapAccessor;
import org.neo4j.driver.types.Node;
import org.neo4j.driver.types.Path;
import org.neo4j.driver.types.Relationship;
import org.neo4j.driver.types.TypeSystem;

/** Values of the driver as what JSON can hold. */
final class PlainValues {
  private static final TypeSystem TYPES = TypeSystem.getDefault();

  private PlainValues() {}

  static @Nullable Object of(Value value) {
    if (value.isNull()) {
      return null;
    }
    if (value.hasType(TYPES.NODE())) {
      return node(value.asNode());
    }
    if (value.hasType(TYPES.RELATIONSHIP())) {
      return relationship(value.asRelationship());
    }
    if (value.hasType(TYPES.PATH())) {
      return path(value.asPath());
    }
    if (value.hasType(TYPES.LIST())) {
      return value.asList(PlainValues::of);
    }
    if (value.hasType(TYPES.MAP())) {
      return properties(value);
    }
    return scalar(value);
  }

  private static Object scalar(Value value) {
    Object plain = value.asObject();
    return plain instanceof Number || plain instanceof Boolean ? plain : plain.toString();
  }

  private static Map<String, @Nullable Object> node(Node node) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    plain.put("labels", labels(node));
    plain.put("properties", properties(node));
    return plain;
  }

  private static List<String> labels(Node node) {
    ArrayList<String> labels = new ArrayList<>();
    node.labels().forEach(labels::add);
    labels.sort(null);
    return labels;
  }

  private static Map<String, @Nullable Object> relationship(Relationship relationship) {
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    plain.put("type", relationship.type());
    plain.put("from", relationship.startNodeElementId());
    plain.put("to", relationship.endNodeElementId());
    plain.put("properties", properties(relationship));
    return plain;
  }

  private static Map<String, @Nullable Object> path(Path path) {
    ArrayList<@Nullable Object> nodes = new ArrayList<>();
    path.nodes().forEach(node -> nodes.add(node(node)));
    ArrayList<@Nullable Object> relationships = new ArrayList<>();
    path.relationships().forEach(relationship -> relationships.add(relationship(relationship)));
    Map<String, @Nullable Object> plain = new LinkedHashMap<>();
    plain.put("nodes", nodes);
    plain.put("relationships", relationships);
    return plain;
  }

  private static Map<String, @Nullable Object> properties(MapAccessor map) {
    Map<String, @Nullable Object> plain = new TreeMap<>();
    map.keys().forEach(key -> plain.put(key, of(map.get(key))));
    return plain;
  }
}
