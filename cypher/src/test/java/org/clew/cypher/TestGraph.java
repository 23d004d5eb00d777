package org.clew.cypher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;

/** The one embedded database of a module's tests, started at first use and emptied on request. */
public final class TestGraph {
  private static final Path DIRECTORY = directory();
  private static final GraphStore STORE = start();

  private TestGraph() {}

  /** The database, without any entity. */
  public static GraphStore empty() {
    STORE.execute(
        """
        MATCH (n) WHERE NOT n:ClewMeta
        CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 2000 ROWS
        """,
        Map.of());
    return STORE;
  }

  /** How to reach the database by an address that leads to its Bolt, as if it were remote. */
  public static StoreSettings through(String address) {
    try {
      String password = Files.readString(DIRECTORY.resolve("neo4j.password")).strip();
      return new StoreSettings(DIRECTORY, address, "neo4j", password, 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A graph that is emptied again and again would have all its queries planned anew each time; here
   * plans stay as they are.
   */
  private static Path directory() {
    try {
      Path directory = Files.createTempDirectory("clew-test");
      Path settings = Files.createDirectories(directory.resolve("neo4j").resolve("conf"));
      Files.writeString(
          settings.resolve("neo4j.conf"),
          "dbms.cypher.min_replan_interval=1h" + System.lineSeparator());
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GraphStore start() {
    GraphStore store = GraphStores.open(StoreSettings.embedded(DIRECTORY));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  store.close();
                  delete(DIRECTORY);
                }));
    return store;
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
