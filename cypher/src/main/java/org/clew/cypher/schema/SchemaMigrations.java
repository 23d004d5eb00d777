package org.clew.cypher.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.links.LinkType;

/**
 * Brings a graph to the schema this version knows, one numbered step after another. A graph written
 * by a newer version is refused. Each step may be run again after an interruption.
 */
public final class SchemaMigrations {
  private static final List<Migration> MIGRATIONS = List.of(new Migration(1, version1()));

  /** The schema version this code writes. */
  public static final int CURRENT = MIGRATIONS.get(MIGRATIONS.size() - 1).version();

  private final GraphStore store;

  private record Migration(int version, List<String> statements) {}

  /** The migrations of one graph. */
  public SchemaMigrations(GraphStore store) {
    this.store = store;
  }

  /**
   * Runs what is missing.
   *
   * @throws ClewException when a newer version of Clew wrote the graph
   */
  public void run() {
    int found = version();
    if (found > CURRENT) {
      throw new ClewException(
          Reason.UNAVAILABLE,
          "This graph was written by a newer Clew (schema "
              + found
              + ", this one knows "
              + CURRENT
              + "); use that version or another data directory.");
    }
    for (Migration migration : MIGRATIONS) {
      if (migration.version() > found) {
        migration.statements().forEach(statement -> store.execute(statement, Map.of()));
        record(migration.version());
      }
    }
  }

  private int version() {
    return store
        .read(
            "MATCH (m:ClewMeta {id: 'graph'}) RETURN m.schemaVersion AS version",
            Map.of(),
            row -> row.get("version").asInt())
        .stream()
        .findFirst()
        .orElse(0);
  }

  private void record(int version) {
    store.execute(
        """
        MERGE (m:ClewMeta {id: 'graph'})
        ON CREATE SET m.graphVersion = 0
        SET m.schemaVersion = $version
        """,
        Map.of("version", version));
  }

  private static List<String> version1() {
    List<String> statements = new ArrayList<>();
    statements.add(
        "CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE");
    statements.add(
        "CREATE CONSTRAINT meta_id IF NOT EXISTS FOR (m:ClewMeta) REQUIRE m.id IS UNIQUE");
    statements.add(
        "CREATE CONSTRAINT load_id IF NOT EXISTS FOR (l:ClewLoad) REQUIRE l.id IS UNIQUE");
    statements.add(uniqueId(GraphSchema.STATED_IN));
    for (LinkType type : LinkType.values()) {
      statements.add(uniqueId(type.name()));
    }
    statements.add(
        """
        CREATE FULLTEXT INDEX entity_names IF NOT EXISTS
        FOR (e:Account|Page|Group|Domain|MediaOutlet|Organization|State|Cluster|Source)
        ON EACH [e.name, e.handle, e.displayName, e.company, e.title]
        """);
    statements.add("CALL db.awaitIndexes(300)");
    return List.copyOf(statements);
  }

  /** The type comes from an enum or a constant of the schema, never from outside. */
  private static String uniqueId(String type) {
    return "CREATE CONSTRAINT link_%s_id IF NOT EXISTS FOR ()-[r:%s]-() REQUIRE r.id IS UNIQUE"
        .formatted(type.toLowerCase(Locale.ROOT), type);
  }
}
