package org.clew.api.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.clew.api.Json;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.StoreSettings;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.observation.Damage;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** What all commands share: where the graph is and how results are printed. */
@Command(mixinStandardHelpOptions = true, showDefaultValues = true)
abstract class GraphCommand implements Callable<Integer> {
  static final int DONE = 0;
  static final int FAILED = 1;
  static final int REJECTED_ROWS = 3;

  private final CommandContext context;

  @Option(names = "--json", description = "Print one JSON document on standard output.")
  private boolean json;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Folder of the embedded store; ./clew-data where nothing is said.")
  private @Nullable Path data;

  @Option(
      names = "--neo4j",
      paramLabel = "URI",
      description =
          "A remote database instead, as neo4j://host:7687; user and password come from"
              + " CLEW_NEO4J_USER and CLEW_NEO4J_PASSWORD.")
  private @Nullable String neo4j;

  GraphCommand(CommandContext context) {
    this.context = context;
  }

  final CommandContext context() {
    return context;
  }

  final boolean json() {
    return json;
  }

  /** The data directory to use. */
  final Path data() {
    return data == null ? defaultData() : data;
  }

  /** The data directory where nobody names one; the demo has its own. */
  Path defaultData() {
    return Path.of("clew-data");
  }

  /** The Bolt port of the embedded database; 0 for a free one. */
  int boltPort() {
    return 0;
  }

  /** Whether this command can be the first on a data directory, which is then made. */
  boolean makesData() {
    return false;
  }

  /**
   * What this command changed, for the audit log: its arguments, without anything that must not be
   * kept. Null for a command that only reads. Asked after the work.
   */
  @Nullable String change() {
    return null;
  }

  /**
   * Opens the graph this command was told to use.
   *
   * @throws ClewException NOT_FOUND when the data directory is missing and this command only reads
   */
  final GraphStore openGraph() {
    if (neo4j == null && !makesData() && !context.opener().exists(data())) {
      throw new ClewException(
          Reason.NOT_FOUND,
          "There is no data directory '" + data() + "'; 'clew load FILE' makes one.");
    }
    new DataFolder(data()).sweep();
    return context.opener().open(settings());
  }

  /** Which graph this command was told to use. */
  final StoreSettings settings() {
    new DataFolder(data()).requireWhole();
    return unfinishedSettings();
  }

  /** The same where the data folder may be one that is being restored. */
  final StoreSettings unfinishedSettings() {
    Map<String, String> environment = System.getenv();
    return new StoreSettings(
        data(),
        neo4j,
        environment.get("CLEW_NEO4J_USER"),
        environment.get("CLEW_NEO4J_PASSWORD"),
        boltPort());
  }

  /** Prints a document as JSON when that was asked for, else as the text given. */
  final <T> void print(T document, Consumer<T> asText) {
    if (json) {
      context.out().print(Json.pretty(document));
    } else {
      asText.accept(document);
    }
  }

  /** Names files that could not be looked into; whether there are any. */
  final boolean complained(List<Damage> damaged) {
    damaged.forEach(
        d ->
            context
                .err()
                .println(
                    "clew: "
                        + d.file()
                        + " is damaged and was left as it is: "
                        + Printing.plain(d.problem())));
    return !damaged.isEmpty();
  }

  /** Prints one line of a result for people. */
  final void line(String text) {
    context.out().println(text);
  }
}
