package org.clew.cypher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * An embedded store without entities, held by this process and not started, so that a store built
 * beside it can take its place. Closing lets go of it; then it can be opened as ever.
 */
public final class EmptyStore implements AutoCloseable {
  /** A store of more node records than fill these bytes was never empty. */
  private static final long FEW_NODES_BYTES = 64L * 1024;

  private final StoreDirectory data;
  private final long graphVersion;

  private EmptyStore(StoreDirectory data, long graphVersion) {
    this.data = data;
    this.graphVersion = graphVersion;
  }

  /** Holds the store of the settings; nothing when it is remote, in use, or has entities. */
  public static Optional<EmptyStore> hold(StoreSettings settings) {
    if (settings.remoteUri() != null) {
      return Optional.empty();
    }
    StoreDirectory data =
        StoreDirectory.prepare(settings.dataDirectory().toAbsolutePath().normalize());
    if (!data.tryHold()) {
      return Optional.empty();
    }
    boolean held = false;
    try {
      OptionalLong version = versionIfEmpty(data.neo4jHome());
      held = version.isPresent();
      return held ? Optional.of(new EmptyStore(data, version.getAsLong())) : Optional.empty();
    } finally {
      if (!held) {
        data.unlock();
      }
    }
  }

  /** The version of the graph, 0 when there was never one. */
  public long graphVersion() {
    return graphVersion;
  }

  /** An empty folder on the same file system, for building in. It goes when this is closed. */
  public Path workFolder() {
    try {
      data.swap().settle();
      return Files.createDirectories(data.swap().workFolder());
    } catch (IOException e) {
      throw data.unusable(e);
    }
  }

  /**
   * Puts a finished Neo4j home, which lies in the work folder, in the place of the empty store. A
   * process that is killed meanwhile leaves either the one or the other.
   */
  public void replaceBy(Path finished) {
    try {
      data.swap().replaceBy(finished);
    } catch (IOException e) {
      throw data.unusable(e);
    }
  }

  @Override
  public void close() {
    try {
      data.swap().settle();
    } catch (IOException e) {
      throw data.unusable(e);
    } finally {
      data.unlock();
    }
  }

  private static OptionalLong versionIfEmpty(Path home) {
    Path database = home.resolve("data/databases/neo4j");
    if (!Files.exists(database)) {
      return OptionalLong.of(0);
    }
    return hasFewNodes(database) ? versionIfWithoutEntities(home) : OptionalLong.empty();
  }

  private static boolean hasFewNodes(Path database) {
    try {
      return Files.size(database.resolve("neostore.nodestore.db")) <= FEW_NODES_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  private static OptionalLong versionIfWithoutEntities(Path home) {
    DatabaseManagementService service;
    try {
      service = new DatabaseManagementServiceBuilder(home).build();
    } catch (RuntimeException e) {
      throw StartFailures.translate(e, home, 0);
    }
    try {
      return service
          .database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME)
          .executeTransactionally(
              """
              OPTIONAL MATCH (m:ClewMeta)
              WITH m WHERE NOT EXISTS { MATCH (n) WHERE NOT n:ClewMeta }
              RETURN coalesce(m.graphVersion, 0) AS version
              """,
              Map.of(),
              rows -> {
                Iterator<Long> versions = rows.columnAs("version");
                return versions.hasNext() ? OptionalLong.of(versions.next()) : OptionalLong.empty();
              });
    } finally {
      service.shutdown();
    }
  }
}
