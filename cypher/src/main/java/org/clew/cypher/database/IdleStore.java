package org.clew.cypher.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.clew.cypher.schema.SchemaMigrations;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.io.ByteUnit;

/**
 * An embedded store that this process holds and nobody works with, so that a store built beside it
 * can take its place. Closing lets go of it; then it can be opened as ever.
 */
public final class IdleStore implements AutoCloseable {
  /** A store of more node records than fill these bytes was never empty. */
  private static final long FEW_NODES_BYTES = 64L * 1024;

  /** Twice what one takes with its part of the indexes. */
  private static final long FACT_BYTES = 1024;

  /** What is made anew; all else in a Neo4j home is its owner's. */
  private static final Set<String> OWN = Set.of("data", "logs", "run");

  private final StoreDirectory data;

  private IdleStore(StoreDirectory data) {
    this.data = data;
  }

  /**
   * Holds the store of the settings; nothing when it is remote or in use, or its owner has set
   * folders for it himself.
   */
  public static Optional<IdleStore> hold(StoreSettings settings) {
    if (settings.remoteUri() != null) {
      return Optional.empty();
    }
    StoreDirectory data =
        StoreDirectory.prepare(settings.dataDirectory().toAbsolutePath().normalize());
    return !ownFolders(data) && data.tryHold()
        ? Optional.of(new IdleStore(data))
        : Optional.empty();
  }

  /** Whether this process has the store open for others, too, or works through another one. */
  public static boolean isShared(StoreSettings settings) {
    return StoreDirectory.prepare(settings.dataDirectory().toAbsolutePath().normalize()).isShared();
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

  /** Starts the store as it is, without Bolt, for as long as the work takes. */
  public <T> T reading(Function<GraphDatabaseService, T> work) {
    return started(data.neo4jHome(), work);
  }

  /** Gives a Neo4j home that was built in the work folder its indexes. */
  public void complete(Path home) {
    started(
        home,
        graph -> {
          SchemaMigrations.complete(graph);
          return home;
        });
  }

  private <T> T started(Path home, Function<GraphDatabaseService, T> work) {
    DatabaseManagementService service;
    try {
      service =
          new DatabaseManagementServiceBuilder(home)
              .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.mebiBytes(64))
              .build();
    } catch (RuntimeException e) {
      throw StartFailures.translate(e, data.root(), 0);
    }
    try {
      return work.apply(service.database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME));
    } finally {
      EmbeddedGraphStore.shutDown(service, DiskSpace.of(data.root()));
    }
  }

  /**
   * Whether the disk has room for another store with so many facts more.
   *
   * @param facts descriptions and links
   */
  public boolean hasRoomForAnother(long facts) {
    try (Stream<Path> files = Files.walk(database())) {
      long bytes = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        bytes += Files.size(file);
      }
      return DiskSpace.of(data.root()).hasRoomFor(2 * bytes + facts * FACT_BYTES);
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
   * owner's settings and files it takes over. A process that is killed meanwhile leaves either the
   * one or the other.
   */
  public void replaceBy(Path finished) {
    try {
      keepOwners(finished);
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

  private void keepOwners(Path finished) throws IOException {
    Path home = data.neo4jHome();
    if (!Files.exists(home)) {
      return;
    }
    try (Stream<Path> files = Files.walk(home)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path place = home.relativize(file);
        if (!OWN.contains(place.getName(0).toString())) {
          Path kept = finished.resolve(place);
          Files.createDirectories(kept.getParent());
          Files.copy(file, kept, StandardCopyOption.REPLACE_EXISTING);
          StoreSwap.force(kept);
        }
      }
    }
  }

  /** Settings that Neo4j's importer, which is given none, would not follow. */
  private static boolean ownFolders(StoreDirectory data) {
    Path settings = EmbeddedGraphStore.settings(data.neo4jHome());
    try {
      return Files.exists(settings)
          && Files.readAllLines(settings).stream()
              .anyMatch(line -> line.strip().matches("(server|dbms)\\.directories\\..*"));
    } catch (IOException e) {
      throw data.unusable(e);
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
