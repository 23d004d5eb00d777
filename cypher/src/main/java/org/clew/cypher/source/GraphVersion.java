package org.clew.cypher.source;

import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.neo4j.driver.TransactionContext;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;

/** The number that every committed change of a graph raises. */
public final class GraphVersion {
  private static final String QUERY =
      "MATCH (m:ClewMeta {id: 'graph'}) RETURN m.graphVersion AS version";

  private static final String RAISE =
      """
      MERGE (m:ClewMeta {id: 'graph'})
      SET m.graphVersion = coalesce(m.graphVersion, 0) + 1
      RETURN m.graphVersion AS version
      """;

  private GraphVersion() {}

  /** Raises the version in a transaction that changes the graph; the version after it. */
  public static long raise(TransactionContext tx) {
    return tx.run(RAISE).single().get("version").asLong();
  }

  /** The same in a transaction of a database in this process. */
  public static void raise(Transaction tx) {
    try (Result raised = tx.execute(RAISE)) {
      raised.next();
    }
  }

  /** The version now; 0 for a graph in which nothing was ever written. */
  public static long of(GraphStore store) {
    return store.read(QUERY, Map.of(), row -> row.get("version").asLong()).stream()
        .findFirst()
        .orElse(0L);
  }
}
