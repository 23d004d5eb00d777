package org.clew.cypher.source;

import java.util.Map;
import org.clew.cypher.database.GraphStore;

/** The number that every committed change of a graph raises. */
public final class GraphVersion {
  private static final String QUERY =
      "MATCH (m:ClewMeta {id: 'graph'}) RETURN m.graphVersion AS version";

  private GraphVersion() {}

  /** The version now; 0 for a graph in which nothing was ever written. */
  public static long of(GraphStore store) {
    return store.read(QUERY, Map.of(), row -> row.get("version").asLong()).stream()
        .findFirst()
        .orElse(0L);
  }
}
