package org.clew.benchmarks.write;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.clew.benchmarks.Measured;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.clew.cypher.ingest.BulkFacts;
import org.clew.cypher.ingest.BulkImport;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.model.ingest.Facts;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.importer.ImportCommand;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import picocli.CommandLine;

/** {@code WriteStage bulk|importer|incremental|merge LINKS}: one write, measured. */
public final class WriteStage {
  private final Facts facts;
  private final Path folder;
  private final StoreSettings settings;

  private WriteStage(int links, Path folder) {
    this.facts = SampleFacts.of(links);
    this.folder = folder;
    this.settings = StoreSettings.embedded(folder.resolve("data"));
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    Path folder = Files.createTempDirectory("clew-write");
    try {
      WriteStage stage = new WriteStage(Integer.parseInt(arguments[1]), folder);
      switch (arguments[0]) {
        case "bulk" -> stage.bulk();
        case "importer" -> stage.importer();
        case "incremental" ->
            stage.open(s -> GraphWriter.of(s).write(stage.facts, "key", GraphWriter.Progress.NONE));
        case "merge" -> stage.open(s -> new BareMerge(s).write(stage.facts));
        default -> throw new IllegalArgumentException(arguments[0]);
      }
    } finally {
      delete(folder);
    }
  }

  private void bulk() throws Exception {
    Measured.print(
        () -> {
          if (!BulkImport.into(settings, BulkFacts.of(facts))) {
            throw new IllegalStateException("The bulk path was not open.");
          }
          GraphStores.open(settings).close();
        });
  }

  /** With the options, the store and the indexes that Clew has too. */
  private void importer() throws Exception {
    Path home = folder.resolve("data/neo4j");
    Files.createDirectories(home);
    List<String> command = BulkImport.csv(folder.resolve("csv"), BulkFacts.of(facts));
    List<String> arguments = new ArrayList<>(command.subList(4, command.size()));
    arguments.add("--max-off-heap-memory=512m");
    arguments.add("--report-file=" + home.resolve("import.report"));
    Measured.print(
        () -> {
          PrintStream silent =
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
          ExecutionContext context =
              new ExecutionContext(
                  home, home.resolve("conf"), silent, silent, new DefaultFileSystemAbstraction());
          ImportCommand.Full full = new ImportCommand.Full(context);
          new CommandLine(full).parseArgs(arguments.toArray(String[]::new));
          full.execute();
          GraphStores.open(settings).close();
        });
  }

  private interface Write {
    void to(GraphStore store);
  }

  private void open(Write write) throws Exception {
    try (GraphStore store = GraphStores.open(settings)) {
      Measured.print(() -> write.to(store));
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
