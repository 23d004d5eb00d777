package org.clew.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clew.cypher.coordination.DetectionRuns;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
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
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("source", id);
      document.put("removed", unload(id, store));
      print(document, d -> line("Took back what " + id + " said: " + d.get("removed") + "."));
      return DONE;
    }
  }

  /** A detection run goes with its signals. */
  private Map<String, Long> unload(EntityId id, GraphStore store) {
    DetectionRuns runs = new DetectionRuns(store);
    return runs.find(id).isPresent()
        ? runs.remove(id)
        : new SourceRemoval(store, new DataFolder(data())).remove(id);
  }
}
