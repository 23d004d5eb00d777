package org.clew.cypher.export;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clew.cypher.database.GraphStore;
import org.neo4j.driver.Record;

/**
 * Reads the whole graph in pieces, each from where the last one ended in the index over ids, so
 * that nothing is sorted, memory is flat, and no transaction waits for whoever takes the pieces.
 * The hints are needed: right after a load the planner's counts are old, and it would read the
 * index from its beginning for each piece.
 */
final class WholeGraph {
  static final String SOURCES =
      """
      MATCH (s:Entity) USING INDEX SEEK s:Entity(id) WHERE s.id > $after AND s.id < 'source;' AND s:Source
      RETURN s, s.id AS key ORDER BY key LIMIT $limit
      """;

  static final String ENTITIES =
      """
      MATCH (e:Entity) USING INDEX SEEK e:Entity(id) WHERE e.id > $after AND NOT e:Source
      RETURN properties(e) AS entity, e.id AS key ORDER BY key LIMIT $limit
      """;

  static final String STATEMENTS =
      """
      MATCH (e:Entity) USING INDEX SEEK e:Entity(id) WHERE e.id > $after
      WITH e ORDER BY e.id LIMIT $limit
      OPTIONAL MATCH (e)-[r:STATED_IN]->(s:Source)
      RETURN e.id AS key, e.id AS entity, s.id AS source, properties(r) AS statement
      ORDER BY key, source
      """;

  static final String LINKS =
      """
      MATCH (from:Entity)-[r:«type»]->(to:Entity) USING INDEX SEEK r:«type»(id) WHERE r.id > $after
      WITH from, r, to, r.id AS key ORDER BY r.id LIMIT $limit
      RETURN key, r, type(r) AS type, from.id AS from, from.name AS fromName,
             to.id AS to, to.name AS toName ORDER BY key
      """;

  private static final int PIECE = 5_000;

  private final GraphStore store;

  WholeGraph(GraphStore store) {
    this.store = store;
  }

  /**
   * Hands over all rows of a query that begins after a key and returns keys in order. The next
   * piece is read while one is handed over.
   */
  void pass(String query, String first, Consumer<Record> row) {
    Supplier<List<Record>> next = piece(query, first);
    while (true) {
      List<Record> rows = next.get();
      boolean last = rows.size() < PIECE;
      if (!last) {
        next = piece(query, rows.get(rows.size() - 1).get("key").asString());
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
