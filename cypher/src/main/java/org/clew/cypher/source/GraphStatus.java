package org.clew.cypher.source;

import java.util.Arrays;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;
import org.neo4j.driver.Record;

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
  private static final String COUNTS = countsQuery();

  /** Counts, in one query; Neo4j keeps these counts, so that it takes no scan. */
  public static GraphStatus of(GraphStore store) {
    Record counts = store.read(COUNTS, Map.of(), row -> row).get(0);
    SortedMap<String, Long> entities = new TreeMap<>();
    for (EntityKind kind : EntityKind.values()) {
      put(entities, kind.label(), counts.get(kind.label()).asLong());
    }
    SortedMap<String, Long> links = new TreeMap<>();
    for (LinkType type : LinkType.values()) {
      put(links, type.name(), counts.get(type.name()).asLong());
    }
    Long sources = entities.remove(EntityKind.SOURCE.label());
    return new GraphStatus(entities, links, sources == null ? 0 : sources, GraphVersion.of(store));
  }

  /** How many nodes and relationships there are in all, from the same counts. */
  public static long size(GraphStore store) {
    return store
        .read(
            "RETURN COUNT { () } + COUNT { ()-->() } AS size",
            Map.of(),
            row -> row.get("size").asLong())
        .get(0);
  }

  /** The names are those of enums, never a text from outside. */
  private static String countsQuery() {
    String kinds =
        Arrays.stream(EntityKind.values())
            .map(kind -> "COUNT { (:%1$s) } AS %1$s".formatted(kind.label()))
            .collect(Collectors.joining(", "));
    String types =
        Arrays.stream(LinkType.values())
            .map(type -> "COUNT { ()-[:%1$s]->() } AS %1$s".formatted(type.name()))
            .collect(Collectors.joining(", "));
    return "RETURN " + kinds + ", " + types;
  }

  private static void put(Map<String, Long> counts, String name, long count) {
    if (count > 0) {
      counts.put(name, count);
    }
  }
}
