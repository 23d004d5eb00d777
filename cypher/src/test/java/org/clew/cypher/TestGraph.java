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
  private static final GraphStore STORE = start();

  private TestGraph() {}

  /** The database, without any entity. */
  public static GraphStore empty() {
    STORE.execute("MATCH (n) WHERE NOT n:ClewMeta DETACH DELETE n", Map.of());
    return STORE;
  }

  private static GraphStore start() {
    try {
      Path directory = Files.createTempDirectory("clew-test");
      GraphStore store = GraphStores.open(StoreSettings.embedded(directory));
      Runtime.getRuntime()
          .addShutdownHook(
              new Thread(
                  () -> {
                    store.close();
                    delete(directory);
                  }));
      return store;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) {
    try (Stream<Path> files = Files.walk(directory)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
