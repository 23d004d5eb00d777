package org.clew.cypher.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.clew.cypher.database.IdleStore;
import org.clew.cypher.database.StoreSettings;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.neo4j.graphdb.GraphDatabaseService;

/**
 * The fast way to bring many facts into a graph: Neo4j's own importer builds a store beside the one
 * in use, which then takes its place. What is in the graph afterwards is what {@link GraphWriter}
 * would have written.
 */
public final class BulkImport {
  private BulkImport() {}

  /** Whether the store of the settings is embedded and in nobody's use. */
  public static boolean isOpenFor(StoreSettings settings) {
    return holding(settings, store -> true);
  }

  /** Whether it is empty, too. */
  public static boolean isEmpty(StoreSettings settings) {
    return holding(settings, store -> store.versionIfEmpty().isPresent());
  }

  /** Whether other processes work through this one, which has the store of the settings open. */
  public static boolean isShared(StoreSettings settings) {
    return IdleStore.isShared(settings);
  }

  /**
   * Fills the empty embedded store of the settings, which must not be open. Marks no load as
   * complete: the caller then opens the store and lets {@link GraphWriter#write} write the sources,
   * which also marks the load. A process that is killed meanwhile leaves the store as it was.
   *
   * @param beforeReplacing run when the store is built, before it takes its place
   * @return false when nothing was done because this way is not open: the store is remote, in use
   *     or not empty
   * @throws ClewException UNREADABLE when facts name what they do not describe or describe twice;
   *     UNAVAILABLE when the store cannot be built
   */
  public static boolean into(StoreSettings settings, BulkFacts facts, Runnable beforeReplacing) {
    return holding(
        settings,
        store -> {
          OptionalLong version = store.versionIfEmpty();
          if (version.isEmpty()) {
            return false;
          }
          Path home = newHome(store);
          StoreImporter.run(home, new StatedRows(facts, version.getAsLong() + 1));
          beforeReplacing.run();
          store.replaceBy(home);
          return true;
        });
  }

  /**
   * Brings facts into the embedded store of the settings, which must not be open and was last
   * opened by this version: the store is built anew with what it holds and the facts, and completed
   * with its indexes before it takes its place. Where the facts are many, that takes less time than
   * writing them, and as much room again on the disk. All else is as for {@link #into}.
   *
   * @param size how many descriptions and links there are
   * @return false when nothing was done because this way is not open: the store is remote, in use,
   *     has indexes that are not Clew's, or there is no room for another
   */
  public static boolean merge(
      StoreSettings settings, BulkFacts facts, long size, Runnable beforeReplacing) {
    return holding(
        settings,
        store -> {
          if (!store.hasRoomForAnother(size)) {
            return false;
          }
          Path home = newHome(store);
          boolean built = store.reading(graph -> build(home, graph, facts));
          if (built) {
            store.complete(home);
            beforeReplacing.run();
            store.replaceBy(home);
          }
          return built;
        });
  }

  /** The same with nothing to do in between. */
  public static boolean into(StoreSettings settings, BulkFacts facts) {
    return into(settings, facts, () -> {});
  }

  /**
   * Writes the files that {@code neo4j-admin} imports into a database elsewhere, a cluster for
   * instance, and {@code import.args}, which names them. Clew brings the schema up to date when it
   * first opens that database.
   *
   * @param folder made when missing; what it holds must not be of an earlier export
   * @return the command that imports them, word by word
   * @throws ClewException UNREADABLE when a value cannot be written as CSV
   */
  public static List<String> csv(Path folder, BulkFacts facts) {
    Path absolute = folder.toAbsolutePath().normalize();
    try {
      Files.createDirectories(absolute);
      List<String> arguments = write(absolute, new StatedRows(facts, 1));
      Files.write(absolute.resolve("import.args"), arguments);
      List<String> command = new ArrayList<>(List.of("neo4j-admin", "database", "import", "full"));
      command.addAll(arguments);
      return List.copyOf(command);
    } catch (IOException | UncheckedIOException e) {
      throw failed(absolute, e);
    }
  }

  private interface Work {
    boolean on(IdleStore store) throws IOException;
  }

  private static boolean holding(StoreSettings settings, Work work) {
    Optional<IdleStore> held = IdleStore.hold(settings);
    if (held.isEmpty()) {
      return false;
    }
    try (IdleStore store = held.get()) {
      return work.on(store);
    } catch (IOException | UncheckedIOException e) {
      throw failed(settings.dataDirectory(), e);
    }
  }

  private static Path newHome(IdleStore store) throws IOException {
    return Files.createDirectory(store.workFolder().resolve("home"));
  }

  private static boolean build(Path home, GraphDatabaseService graph, BulkFacts facts) {
    try (StoredGraph stored = new StoredGraph(graph)) {
      if (!stored.hasOwnSchemaAlone()) {
        return false;
      }
      StoreImporter.run(home, new MergedRows(stored, facts));
      return true;
    }
  }

  private static List<String> write(Path folder, ImportRows rows) {
    try (ImportFiles files = new ImportFiles(folder)) {
      files.write(rows);
      List<String> arguments = files.finish();
      arguments.add("--array-delimiter=U+001F");
      arguments.add("--multiline-fields=true");
      arguments.add(StoreImporter.DATABASE);
      return arguments;
    }
  }

  private static ClewException failed(Path folder, Exception cause) {
    return new ClewException(
        Reason.UNAVAILABLE, "The import in " + folder + " failed: " + cause.getMessage(), cause);
  }
}
