package org.clew.cypher.schema;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.clew.cypher.database.GraphStore;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.links.LinkType;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * Brings a graph to the schema this version knows, one numbered step after another. A graph written
 * by a newer version is refused. Each step may be run again after an interruption.
 */
public final class SchemaMigrations {
  private static final String ENTITY_ID = "entity_id";
  private static final String META_ID = "meta_id";
  private static final String LOAD_ID = "load_id";
  private static final String RECORD =
      """
      MERGE (m:ClewMeta {id: 'graph'})
      ON CREATE SET m.graphVersion = 0
      SET m.schemaVersion = $version
      """;
  private static final List<Migration> MIGRATIONS = List.of(new Migration(1, version1()));

  /** The schema version this code writes. */
  public static final int CURRENT = MIGRATIONS.get(MIGRATIONS.size() - 1).version();

  private final GraphStore store;

  private record Migration(int version, List<String> statements) {}

  /** The migrations of one graph. */
  public SchemaMigrations(GraphStore store) {
    this.store = store;
  }

  /** Brings a graph that was just built, and that nobody has open yet, to this version. */
  public static void complete(GraphDatabaseService graph) {
    for (Migration migration : MIGRATIONS) {
      migration.statements().forEach(graph::executeTransactionally);
    }
    graph.executeTransactionally(RECORD, Map.of("version", CURRENT));
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
    if (found < CURRENT) {
      dropWhatAnInterruptionLeft();
    }
    for (Migration migration : MIGRATIONS) {
      if (migration.version() > found) {
        migration.statements().forEach(statement -> store.execute(statement, Map.of()));
        record(migration.version());
      }
    }
  }

  /**
   * A process that is killed between the index of a constraint and the constraint leaves the index,
   * which then stands in the way of the constraint.
   */
  private void dropWhatAnInterruptionLeft() {
    Set<String> ownerless =
        Set.copyOf(
            store.read(
                "SHOW INDEXES YIELD name, owningConstraint WHERE owningConstraint IS NULL RETURN name",
                Map.of(),
                row -> row.get("name").asString()));
    for (String constraint : constraintNames()) {
      if (ownerless.contains(constraint)) {
        store.execute("DROP INDEX %s IF EXISTS".formatted(constraint), Map.of());
      }
    }
  }

  /** The names of the indexes it makes, those of the constraints among them. */
  public static Set<String> indexNames() {
    Set<String> names = new HashSet<>(constraintNames());
    names.add(GraphSchema.NAME_INDEX);
    return names;
  }

  /** Names of constants, never from outside. */
  private static List<String> constraintNames() {
    List<String> names = new ArrayList<>(List.of(ENTITY_ID, META_ID, LOAD_ID));
    names.add(linkConstraint(GraphSchema.STATED_IN));
    for (LinkType type : LinkType.values()) {
      names.add(linkConstraint(type.name()));
    }
    return names;
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
    store.execute(RECORD, Map.of("version", version));
  }

  /** The full-text index fills while the constraints come, each of which waits for its index. */
  private static List<String> version1() {
    List<String> statements = new ArrayList<>();
    statements.add(
        """
        CREATE FULLTEXT INDEX entity_names IF NOT EXISTS
        FOR (e:Account|Page|Group|Domain|MediaOutlet|Organization|State|Cluster|Source)
        ON EACH [e.name, e.handle, e.displayName, e.company, e.title]
        """);
    statements.add(
        "CREATE CONSTRAINT %s IF NOT EXISTS FOR (e:Entity) REQUIRE e.id IS UNIQUE"
            .formatted(ENTITY_ID));
    statements.add(
        "CREATE CONSTRAINT %s IF NOT EXISTS FOR (m:ClewMeta) REQUIRE m.id IS UNIQUE"
            .formatted(META_ID));
    statements.add(
        "CREATE CONSTRAINT %s IF NOT EXISTS FOR (l:ClewLoad) REQUIRE l.id IS UNIQUE"
            .formatted(LOAD_ID));
    statements.add(uniqueId(GraphSchema.STATED_IN));
    for (LinkType type : LinkType.values()) {
      statements.add(uniqueId(type.name()));
    }
    statements.add("CALL db.awaitIndexes(300)");
    return List.copyOf(statements);
  }

  /** The type comes from an enum or a constant of the schema, never from outside. */
  private static String uniqueId(String type) {
    return "CREATE CONSTRAINT %s IF NOT EXISTS FOR ()-[r:%s]-() REQUIRE r.id IS UNIQUE"
        .formatted(linkConstraint(type), type);
  }

  private static String linkConstraint(String type) {
    return "link_" + type.toLowerCase(Locale.ROOT) + "_id";
  }
}
