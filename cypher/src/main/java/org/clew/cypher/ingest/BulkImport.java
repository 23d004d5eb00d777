package org.clew.cypher.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clew.cypher.database.EmptyStore;
import org.clew.cypher.database.StoreSettings;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * The fast way to fill a graph that is empty: Neo4j's own importer builds the store beside the one
 * in use and takes its place. What is in the graph afterwards is what {@link GraphWriter} would
 * have written.
 */
public final class BulkImport {
  private BulkImport() {}

  /** Whether the store of the settings is embedded, in nobody's use and empty. */
  public static boolean isOpenFor(StoreSettings settings) {
    Optional<EmptyStore> held = EmptyStore.hold(settings);
    held.ifPresent(EmptyStore::close);
    return held.isPresent();
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
    Optional<EmptyStore> held = EmptyStore.hold(settings);
    if (held.isEmpty()) {
      return false;
    }
    try (EmptyStore store = held.get()) {
      Path work = store.workFolder();
      Path home = Files.createDirectory(work.resolve("home"));
      StoreImporter.run(home, new ImportRows(facts, store.graphVersion() + 1));
      beforeReplacing.run();
      store.replaceBy(home);
      return true;
    } catch (IOException | UncheckedIOException e) {
      throw failed(settings.dataDirectory(), e);
    }
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
      List<String> arguments = write(absolute, new ImportRows(facts, 1));
      Files.write(absolute.resolve("import.args"), arguments);
      List<String> command = new ArrayList<>(List.of("neo4j-admin", "database", "import", "full"));
      command.addAll(arguments);
      return List.copyOf(command);
    } catch (IOException | UncheckedIOException e) {
      throw failed(absolute, e);
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
