package org.clew.cypher.ingest;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.neo4j.cli.CommandFailedException;
import org.neo4j.cli.ExecutionContext;
import org.neo4j.importer.ImportCommand;
import org.neo4j.io.fs.DefaultFileSystemAbstraction;
import org.neo4j.io.fs.FileSystemAbstraction;
import picocli.CommandLine;

/** Neo4j's importer, run in this process. */
final class StoreImporter {
  /** Beside the heap; the importer would take nine tenths of the machine's memory. */
  private static final String OFF_HEAP = "512m";

  private static final String DATABASE = "neo4j";

  private StoreImporter() {}

  /**
   * The options of an import of these files, wherever it runs. The files name no node that they do
   * not hold, so that the importer need not look each end of each relationship up in the store.
   */
  static List<String> arguments(List<String> files) {
    List<String> arguments = new ArrayList<>(files);
    arguments.add("--array-delimiter=U+001F");
    arguments.add("--multiline-fields=true");
    arguments.add(DATABASE);
    return arguments;
  }

  /**
   * Imports into a Neo4j home that has no database yet. After a failure the home is unusable.
   *
   * @throws ClewException UNREADABLE when ids are missing or repeated, or the disk is full
   */
  static void run(Path home, List<String> files) {
    List<String> arguments = new ArrayList<>(arguments(files));
    arguments.add("--report-file=" + home.resolve("import.report"));
    arguments.add("--max-off-heap-memory=" + OFF_HEAP);
    try (PrintStream silent =
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        FileSystemAbstraction disk = new DefaultFileSystemAbstraction()) {
      ExecutionContext context =
          new ExecutionContext(home, home.resolve("conf"), silent, silent, disk);
      ImportCommand.Full command = new ImportCommand.Full(context);
      new CommandLine(command).parseArgs(arguments.toArray(String[]::new));
      command.execute();
    } catch (CommandFailedException e) {
      throw new ClewException(
          Reason.UNREADABLE, "Neo4j's importer failed: " + deepest(e).getMessage(), e);
    } catch (IOException e) {
      throw new ClewException(Reason.UNAVAILABLE, "The importer's files cannot be closed.", e);
    } catch (Exception e) {
      throw new ClewException(Reason.UNAVAILABLE, "Neo4j's importer failed.", e);
    }
  }

  private static Throwable deepest(Throwable failure) {
    Throwable cause = failure.getCause();
    return cause == null ? failure : deepest(cause);
  }
}
