package org.clew.api.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clew.api.attribution.GraphAttributions;
import org.clew.api.entity.EntityResolver;
import org.clew.api.export.ExportFormat;
import org.clew.api.export.SubjectExport;
import org.clew.api.trace.GraphTraces;
import org.clew.api.trace.TraceRequest;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.Subgraph;
import org.clew.cypher.export.Subgraphs;
import org.clew.cypher.source.Readership;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "export",
    description = "Writes the graph or a part of it to a file or standard output.")
final class ExportCommand extends GraphCommand {
  @Parameters(
      paramLabel = "ENTITY",
      arity = "0..1",
      description = "An id, a handle, a host, a URL or a name, with what is around it.")
  private @Nullable String entity;

  @Option(names = "--all", description = "The whole graph.")
  private boolean all;

  @Option(names = "--cluster", paramLabel = "ID", description = "A cluster with its members.")
  private @Nullable String cluster;

  @Option(
      names = "--trace",
      arity = "2",
      paramLabel = "FROM TARGET",
      description = "All that stands on the chains of a trace.")
  private List<String> trace = List.of();

  @Option(names = "--hops", description = "How far around the entity.")
  private int hops = 1;

  @Option(names = "--max-entities", description = "Further entities around it are left out.")
  private int maxEntities = 10_000;

  @Option(
      names = "--format",
      paramLabel = "NAME",
      description =
          "graphml, json, csv, gexf, cypher, stix, dot, svg (a picture for a slide) or html (a"
              + " brief for a reader, with the verdict where there is one subject).")
  private String format = "json";

  @Mixin private ReaderOption readerOption = new ReaderOption();

  @Option(names = "--out", paramLabel = "FILE", description = "A file instead of standard output.")
  private @Nullable Path out;

  ExportCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    ExportFormat wanted = ExportFormat.ofWord(format);
    requireOnePart();
    requireFolder();
    try (GraphStore store = openGraph()) {
      Tlp level = readerOption.level();
      Readership reader = Readership.upTo(store, level);
      Subgraphs subgraphs = new Subgraphs(store, reader);
      EntityId subject = subject(store, reader);
      Subgraph part = part(store, subgraphs, subject, level);
      SubjectExport export =
          new SubjectExport(subgraphs, new GraphAttributions(store, new DataFolder(data())), level);
      Path file = out;
      if (file == null) {
        export.write(part, subject, wanted, context().out());
        context().out().flush();
      } else {
        writeFile(file, stream -> export.write(part, subject, wanted, stream));
      }
      if (part.truncated() != null) {
        context().err().println("clew: " + part.truncated());
      }
      return DONE;
    }
  }

  private void requireOnePart() {
    int parts =
        (all ? 1 : 0)
            + (entity == null ? 0 : 1)
            + (cluster == null ? 0 : 1)
            + (trace.isEmpty() ? 0 : 1);
    if (parts != 1) {
      throw new ClewException(
          Reason.USAGE,
          "Say what to export: an ENTITY, --cluster ID, --trace FROM TARGET, or --all.");
    }
    if (hops < 0 || maxEntities < 1) {
      throw new ClewException(
          Reason.USAGE, "--hops must be at least 0 and --max-entities at least 1.");
    }
  }

  private void requireFolder() {
    Path file = out;
    if (file == null) {
      return;
    }
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || Files.isDirectory(file)) {
      throw new ClewException(Reason.USAGE, "'" + file + "' is a folder and no file to write.");
    }
    if (!Files.isDirectory(folder)) {
      throw new ClewException(
          Reason.USAGE, "There is no folder '" + folder + "' to write '" + file + "' to.");
    }
  }

  private @Nullable EntityId subject(GraphStore store, Readership reader) {
    if (all) {
      return null;
    }
    String wanted = cluster != null ? cluster : String.valueOf(entity);
    EntityId id =
        new EntityResolver(store).resolve(trace.isEmpty() ? wanted : trace.get(0), reader).id();
    if (cluster != null && id.kind() != EntityKind.CLUSTER) {
      throw new ClewException(Reason.USAGE, id + " is not a cluster.");
    }
    return id;
  }

  private Subgraph part(
      GraphStore store, Subgraphs subgraphs, @Nullable EntityId subject, @Nullable Tlp level) {
    if (subject == null) {
      return Subgraph.ALL;
    }
    return trace.isEmpty()
        ? subgraphs.around(Set.of(subject), hops, maxEntities)
        : new Subgraph(onChains(store, level), null);
  }

  private Set<EntityId> onChains(GraphStore store, @Nullable Tlp level) {
    TraceRequest request = TraceRequest.of(trace.get(0), trace.get(1)).forReader(level);
    Set<EntityId> entities =
        new TreeSet<>(
            new GraphTraces(store, new DataFolder(data())).trace(request).entitiesOnChains());
    if (entities.isEmpty()) {
      throw new ClewException(
          Reason.NOT_FOUND,
          "No chain of control evidence leads from " + trace.get(0) + " to " + trace.get(1) + ".");
    }
    return entities;
  }

  private interface StreamWriter {
    void write(OutputStream stream);
  }

  /**
   * Writes beside the file and moves it there when complete, so that a half export is never seen.
   */
  private static void writeFile(Path file, StreamWriter writer) {
    try {
      Path temporary = DurableFiles.temporary(file);
      try {
        try (OutputStream stream =
            Files.newOutputStream(
                temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          writer.write(stream);
        }
        DurableFiles.moveIntoPlace(temporary, file);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNAVAILABLE, "'" + file + "' cannot be written: " + e.getMessage() + ".", e);
    }
  }
}
