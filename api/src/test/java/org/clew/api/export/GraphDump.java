package org.clew.api.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.Hashes;

/** Every node and relationship with all its properties, a line each; an empty list is none. */
final class GraphDump {
  private static final int SHOWN = 200;

  private static final String NODES =
      "MATCH (n:Entity) RETURN labels(n) AS labels, properties(n) AS properties";

  private static final String RELATIONSHIPS =
      """
      MATCH (a)-[r]->(b)
      RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS properties
      """;

  private GraphDump() {}

  static List<String> of(GraphStore store) {
    List<String> lines = new ArrayList<>();
    store.stream(
        NODES,
        Map.of(),
        row ->
            lines.add(
                row.get("labels").asList(label -> label.asString()).stream().sorted().toList()
                    + text(row.get("properties").asMap())));
    store.stream(
        RELATIONSHIPS,
        Map.of(),
        row ->
            lines.add(
                row.get("from").asString()
                    + " "
                    + row.get("type").asString()
                    + " "
                    + row.get("to").asString()
                    + text(row.get("properties").asMap())));
    return lines.stream().sorted().toList();
  }

  private static String text(Map<String, Object> properties) {
    Map<String, String> shown = new TreeMap<>();
    properties.forEach(
        (name, value) -> {
          if (!value.equals(List.of())) {
            shown.put(name, value.getClass().getSimpleName() + " " + shortened(value.toString()));
          }
        });
    return shown.toString();
  }

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, 40) + "… " + Hashes.sha256(text);
  }
}
