package org.clew.cypher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.io.ByteUnit;

/**
 * An embedded store that this process holds and has not opened, so that a store built beside it can
 * take its place. Closing lets go of it; then it can be opened as ever.
 */
public final class IdleStore implements AutoCloseable {
  /** A store of more node records than fill these bytes was never empty. */
  private static final long FEW_NODES_BYTES = 64L * 1024;

  private final StoreDirectory data;

  private IdleStore(StoreDirectory data) {
    this.data = data;
  }

  /** Holds the store of the settings; nothing when it is remote or in use. */
  public static Optional<IdleStore> hold(StoreSettings settings) {
    if (settings.remoteUri() != null) {
      return Optional.empty();
    }
    StoreDirectory data =
        StoreDirectory.prepare(settings.dataDirectory().toAbsolutePath().normalize());
    return data.tryHold() ? Optional.of(new IdleStore(data)) : Optional.empty();
  }

  /** Whether other processes work through the one that has the store open. */
  public static boolean isShared(StoreSettings settings) {
    return StoreDirectory.prepare(settings.dataDirectory().toAbsolutePath().normalize())
        .hasClients();
  }

  /** The version of the graph when it has no entities, 0 when there was never a graph. */
  public OptionalLong versionIfEmpty() {
    Path database = database();
    if (!Files.exists(database)) {
      return OptionalLong.of(0);
    }
    return hasFewNodes(database)
        ? reading(IdleStore::versionIfWithoutEntities)
        : OptionalLong.empty();
  }

  /** Starts the store as it is, without Bolt, for as long as it takes to read what is wanted. */
  public <T> T reading(Function<GraphDatabaseService, T> work) {
    DatabaseManagementService service;
    try {
      service =
          new DatabaseManagementServiceBuilder(data.neo4jHome())
              .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(64))
              .build();
    } catch (RuntimeException e) {
      throw StartFailures.translate(e, data.root(), 0);
    }
    try {
      return work.apply(service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME));
    } finally {
      service.shutdown();
    }
  }

  /** Whether the disk has room for another graph of twice the size, and some more. */
  public boolean hasRoomForAnother() {
    try (Stream<Path> files = Files.walk(database())) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return DiskSpace.of(data.root()).hasRoomFor(2 * bytes);
    } catch (IOException e) {
      throw data.unusable(e);
    }
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
   * Puts a finished Neo4j home, which lies in the work folder, in the place of this store, whose
   * settings it takes over. A process that is killed meanwhile leaves either the one or the other.
   */
  public void replaceBy(Path finished) {
    try {
      keepSettings(finished);
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

  private void keepSettings(Path finished) throws IOException {
    Path settings = EmbeddedGraphStore.settings(data.neo4jHome());
    if (Files.exists(settings)) {
      Path kept = EmbeddedGraphStore.settings(finished);
      Files.createDirectories(kept.getParent());
      Files.copy(settings, kept);
    }
  }

  private Path database() {
    return data.neo4jHome().resolve("data/databases/neo4j");
  }

  private static boolean hasFewNodes(Path database) {
    try {
      return Files.size(database.resolve("neostore.nodestore.db")) <= FEW_NODES_BYTES;
    } catch (IOException e) {
      return false;
    }
  }

  private static OptionalLong versionIfWithoutEntities(GraphDatabaseService graph) {
    return graph.executeTransactionally(
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
  }
}
