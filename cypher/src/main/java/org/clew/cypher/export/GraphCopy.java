package org.clew.cypher.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.GraphElement.Node;
import org.clew.cypher.export.GraphElement.Relationship;
import org.clew.cypher.schema.GraphSchema;
import org.clew.cypher.schema.SchemaMigrations;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;
import org.neo4j.driver.Value;

/**
 * The whole graph word for word, its versions and the marks of completed loads included, out of one
 * database and into another one. The order is that of an index, and nothing is held in memory.
 */
public final class GraphCopy {
  private static final int BATCH = 5_000;
  private static final String MARKER = "«name»";

  private static final String NODES =
      """
      MATCH (n:«name») USING INDEX SEEK n:«name»(id) WHERE n.id > ''
      RETURN labels(n) AS labels, properties(n) AS properties ORDER BY n.id
      """;

  private static final String RELATIONSHIPS =
      """
      MATCH (from:Entity)-[r:«name»]->(to:Entity) USING INDEX SEEK r:«name»(id) WHERE r.id > ''
      RETURN from.id AS from, to.id AS to, properties(r) AS properties ORDER BY r.id
      """;

  private static final String CREATE_NODES =
      """
      UNWIND $rows AS row
      CREATE (n:«name»)
      SET n = row.properties
      RETURN count(*) AS written
      """;

  private static final String CREATE_RELATIONSHIPS =
      """
      UNWIND $rows AS row
      MATCH (from:Entity {id: row.from})
      MATCH (to:Entity {id: row.to})
      CREATE (from)-[r:«name»]->(to)
      SET r = row.properties
      RETURN count(*) AS written
      """;

  private static final String SET_VERSIONS =
      """
      UNWIND $rows AS row
      MERGE (m:ClewMeta {id: 'graph'})
      SET m = row.properties
      RETURN count(*) AS written
      """;

  private static final String ANY_NODE = "MATCH (n) WHERE NOT n:ClewMeta RETURN 1 AS one LIMIT 1";

  private final GraphStore store;

  /** Copies out of and into a graph. */
  public GraphCopy(GraphStore store) {
    this.store = store;
  }

  /** Whether there is nothing in the graph but its versions. */
  public boolean isEmpty() {
    return store.read(ANY_NODE, Map.of(), row -> 1).isEmpty();
  }

  /** Hands over every node, then every relationship, by kind and id. */
  public void read(Consumer<? super GraphElement> visitor) {
    for (String label : List.of(GraphSchema.META, GraphSchema.LOAD, GraphSchema.ENTITY)) {
      store.stream(
          NODES.replace(MARKER, label),
          Map.of(),
          row ->
              visitor.accept(
                  new Node(
                      row.get("labels").asList(Value::asString),
                      new TreeMap<>(row.get("properties").asMap()))));
    }
    types()
        .sorted()
        .forEach(
            type ->
                store.stream(
                    RELATIONSHIPS.replace(MARKER, type),
                    Map.of(),
                    row ->
                        visitor.accept(
                            new Relationship(
                                type,
                                row.get("from").asString(),
                                row.get("to").asString(),
                                new TreeMap<>(row.get("properties").asMap())))));
  }

  /**
   * Fills an empty graph, whose schema is then brought up to date.
   *
   * @param elements nodes before the relationships that join them
   * @return how many of each kind and type were written
   * @throws ClewException UNREADABLE when there is a label or type that Clew does not know, or a
   *     relationship without its ends
   */
  public SortedMap<String, Long> write(Iterator<? extends GraphElement> elements) {
    SortedMap<String, Long> counts = new TreeMap<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    String query = "";
    while (elements.hasNext()) {
      GraphElement element = elements.next();
      String next = query(element);
      if (!next.equals(query) || rows.size() == BATCH) {
        write(query, rows);
        rows.clear();
        query = next;
      }
      rows.add(row(element));
      counts.merge(element.countedAs(), 1L, Long::sum);
    }
    write(query, rows);
    new SchemaMigrations(store).run();
    return counts;
  }

  private void write(String query, List<Map<String, Object>> rows) {
    if (rows.isEmpty()) {
      return;
    }
    long written =
        store.write(tx -> tx.run(query, Map.of("rows", rows)).single().get("written").asLong());
    if (written != rows.size()) {
      throw new ClewException(
          Reason.UNREADABLE, "The copy of the graph has a relationship without its ends.");
    }
  }

  private static Map<String, Object> row(GraphElement element) {
    return element instanceof Relationship link
        ? Map.of("from", link.from(), "to", link.to(), "properties", link.properties())
        : Map.of("properties", element.properties());
  }

  /** Labels and types come from enums and constants: what is none of them is refused here. */
  private static String query(GraphElement element) {
    if (element instanceof Relationship link) {
      return types()
          .filter(type -> type.equals(link.type()))
          .findFirst()
          .map(type -> CREATE_RELATIONSHIPS.replace(MARKER, type))
          .orElseThrow(() -> unknown(link.type()));
    }
    Node node = (Node) element;
    if (node.labels().equals(List.of(GraphSchema.META))) {
      return SET_VERSIONS;
    }
    if (node.labels().equals(List.of(GraphSchema.LOAD))) {
      return CREATE_NODES.replace(MARKER, GraphSchema.LOAD);
    }
    Optional<EntityKind> kind = EntityKind.ofLabel(node.countedAs());
    if (kind.isEmpty() || node.labels().size() != 2) {
      throw unknown(node.labels().toString());
    }
    return CREATE_NODES.replace(MARKER, GraphSchema.ENTITY + ":" + kind.get().label());
  }

  private static Stream<String> types() {
    return Stream.concat(
        Stream.of(GraphSchema.STATED_IN), Arrays.stream(LinkType.values()).map(LinkType::name));
  }

  private static ClewException unknown(String name) {
    return new ClewException(
        Reason.UNREADABLE, "The copy of the graph holds '" + name + "', which Clew does not know.");
  }
}
