package org.clew.api.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
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
  public Integer call() {
    EntityId id = source.startsWith("source:") ? new EntityId(source) : EntityId.source(source);
    try (GraphStore store = openGraph()) {
      Map<String, Object> document = new LinkedHashMap<>();
      document.put("source", id);
      document.put("removed", GraphWriter.of(store).unload(id));
      print(document, d -> line("Took back what " + id + " said: " + d.get("removed") + "."));
      return DONE;
    }
  }
}
