package org.clew.cypher.source;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;

/**
 * How much of what the graph holds.
 *
 * @param entities number by kind label, those above zero, in the order of the labels
 * @param links number by type, likewise
 * @param sources number of sources
 * @param graphVersion raised by every committed change
 */
public record GraphStatus(
    SortedMap<String, Long> entities,
    SortedMap<String, Long> links,
    long sources,
    long graphVersion) {

  /** Counts. Neo4j keeps these counts, so that this takes no scan. */
  public static GraphStatus of(GraphStore store) {
    SortedMap<String, Long> entities = new TreeMap<>();
    for (EntityKind kind : EntityKind.values()) {
      put(
          entities,
          kind.label(),
          count(store, "MATCH (n:«name») RETURN count(n) AS n", kind.label()));
    }
    SortedMap<String, Long> links = new TreeMap<>();
    for (LinkType type : LinkType.values()) {
      put(
          links,
          type.name(),
          count(store, "MATCH ()-[r:«name»]->() RETURN count(r) AS n", type.name()));
    }
    Long sources = entities.remove(EntityKind.SOURCE.label());
    return new GraphStatus(entities, links, sources == null ? 0 : sources, version(store));
  }

  private static long version(GraphStore store) {
    return store
        .read(
            "MATCH (m:ClewMeta {id: 'graph'}) RETURN m.graphVersion AS n",
            Map.of(),
            row -> row.get("n").asLong())
        .stream()
        .findFirst()
        .orElse(0L);
  }

  /** The name is that of an enum, never a text from outside. */
  private static long count(GraphStore store, String query, String name) {
    return store.read(query.replace("«name»", name), Map.of(), row -> row.get("n").asLong()).get(0);
  }

  private static void put(Map<String, Long> counts, String name, long count) {
    if (count > 0) {
      counts.put(name, count);
    }
  }
}
