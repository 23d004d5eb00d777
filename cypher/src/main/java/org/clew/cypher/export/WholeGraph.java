package org.clew.cypher.export;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.links.LinkType;
import org.neo4j.driver.Record;

/**
 * Reads the whole graph in pieces, each from where the last one ended in the index over ids, so
 * that nothing is sorted, memory is flat, and no transaction waits for whoever takes the pieces.
 * The hints are needed: right after a load the planner's counts are old, and it would read the
 * index from its beginning for each piece.
 */
final class WholeGraph {
  static final Pass SOURCES =
      new Pass(
          """
          MATCH (s:Entity) USING INDEX SEEK s:Entity(id)
          WHERE s.id > $after AND s.id < 'source;' AND s:Source
          RETURN s ORDER BY s.id LIMIT $limit
          """,
          row -> row.get("s").get(GraphSchema.ID).asString());

  static final Pass ENTITIES =
      new Pass(
          """
          MATCH (e:Entity) USING INDEX SEEK e:Entity(id) WHERE e.id > $after AND NOT e:Source
          RETURN properties(e) AS entity ORDER BY e.id LIMIT $limit
          """,
          row -> row.get("entity").get(GraphSchema.ID).asString());

  static final Pass STATEMENTS =
      new Pass(
          """
          MATCH (e:Entity) USING INDEX SEEK e:Entity(id) WHERE e.id > $after
          WITH e ORDER BY e.id LIMIT $limit
          OPTIONAL MATCH (e)-[r:STATED_IN]->(s:Source)
          RETURN e.id AS entity, s.id AS source, properties(r) AS statement
          ORDER BY entity, source
          """,
          row -> row.get("entity").asString());

  /** Without the labels of the ends, which are known, each row costs two nodes less. */
  private static final String LINKS =
      """
      MATCH (from)-[r:«type»]->(to) USING INDEX SEEK r:«type»(id) WHERE r.id > $after
      WITH from, r, to ORDER BY r.id LIMIT $limit
      RETURN properties(r) AS link, from.id AS from, to.id AS to«names» ORDER BY r.id
      """;

  private static final int PIECE = 5_000;

  private final GraphStore store;

  WholeGraph(GraphStore store) {
    this.store = store;
  }

  /**
   * A way through the graph.
   *
   * @param query begins after a key and gives rows in the order of their keys
   * @param key of a row
   */
  record Pass(String query, Function<Record, String> key) {}

  /** All links of a type, with the names of their ends where they are wanted. */
  static Pass links(LinkType type, boolean named) {
    String names = named ? ", from.name AS fromName, to.name AS toName" : "";
    return new Pass(
        LINKS.replace("«type»", type.name()).replace("«names»", names),
        row -> row.get("link").get(GraphSchema.ID).asString());
  }

  /** Hands over all rows after a key. The next piece is read while one is handed over. */
  void read(Pass pass, String first, Consumer<Record> row) {
    Supplier<List<Record>> next = piece(pass.query(), first);
    while (true) {
      List<Record> rows = next.get();
      boolean last = rows.size() < PIECE;
      if (!last) {
        next = piece(pass.query(), pass.key().apply(rows.get(rows.size() - 1)));
      }
      rows.forEach(row);
      if (last) {
        return;
      }
    }
  }

  private Supplier<List<Record>> piece(String query, String after) {
    return store.begin(query, Map.of("after", after, "limit", PIECE));
  }
}
