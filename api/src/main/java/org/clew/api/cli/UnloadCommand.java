package org.clew.api.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.coordination.DetectionRuns;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.KeptRuns;
import org.clew.loader.ingest.SourceRemoval;
import org.clew.model.entity.EntityId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "unload",
    description =
        "Takes back all that one source said, and nothing else ('clew sources' lists them).")
final class UnloadCommand extends GraphCommand {
  @Parameters(paramLabel = "SOURCE", description = "Id of the source, with or without 'source:'.")
  private String source = "";

  UnloadCommand(CommandContext context) {
    super(context);
  }

  @Override
  String change() {
    return source;
  }

  @Override
  public Integer call() {
    EntityId id = source.startsWith("source:") ? new EntityId(source) : EntityId.source(source);
    try (GraphStore store = openGraph()) {
      SourceRemoval.Report report = unload(id, store);
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("source", id);
      document.put("removed", report.removed());
      document.put("damaged", report.damaged());
      print(document, d -> line("Took back what " + id + " said: " + d.get("removed") + "."));
      return complained(report.damaged()) ? FAILED : DONE;
    }
  }

  /** A detection run goes with its signals. */
  private SourceRemoval.Report unload(EntityId id, GraphStore store) {
    DataFolder folder = new DataFolder(data());
    if (new DetectionRuns(store).find(id).isEmpty()) {
      return new SourceRemoval(store, folder).remove(id);
    }
    return folder.changing(
        () -> {
          Map<String, Long> removed = new KeptRuns(store, folder).remove(id);
          folder.journal().record(store, "unload", id.value());
          return new SourceRemoval.Report(removed, List.of());
        });
  }
}
