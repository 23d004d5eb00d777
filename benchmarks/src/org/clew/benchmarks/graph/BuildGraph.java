package org.clew.benchmarks.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.clew.cypher.ingest.BulkImport;

/**
 * {@code BuildGraph ENTITIES}: imports a {@link LargeGraph} into a store of the temporary folder,
 * which is kept, unless it is there.
 */
public final class BuildGraph {
  private BuildGraph() {}

  /** Runs it. */
  public static void main(String[] arguments) throws IOException {
    open(new GraphPlan(Integer.parseInt(arguments[0])));
  }

  /** The settings of the store of a plan, which is built where it is missing. */
  public static StoreSettings open(GraphPlan plan) throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"), "clew-graph-" + plan.entities());
    Path built = folder.resolve("built");
    StoreSettings settings = StoreSettings.embedded(folder);
    if (!Files.exists(built)) {
      if (!BulkImport.into(settings, new LargeGraph(plan).facts())) {
        throw new IllegalStateException("Remove " + folder + " first; an earlier build left it.");
      }
      GraphStores.open(settings).close();
      Files.createFile(built);
    }
    return settings;
  }
}
