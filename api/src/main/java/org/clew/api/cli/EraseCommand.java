package org.clew.api.cli;

import java.util.Map;
import org.clew.api.entity.EntityDocument;
import org.clew.api.entity.EntityResolver;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.entity.EntityIds;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.PersonErasure;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "erase",
    description =
        "Forgets a person's account everywhere, also when the same file is loaded again; a keyed"
            + " hash tells that something was removed.")
final class EraseCommand extends GraphCommand {
  @Parameters(paramLabel = "ENTITY", description = "Id, handle or address.")
  private String entity = "";

  EraseCommand(CommandContext context) {
    super(context);
  }

  /** Who was erased is not to be kept anywhere. */
  @Override
  String change() {
    return "an entity";
  }

  @Override
  public Integer call() {
    try (GraphStore store = openGraph()) {
      PersonErasure erasure = new PersonErasure(store, new DataFolder(data()));
      PersonErasure.Report report = erase(new EntityResolver(store), erasure);
      print(report, this::text);
      return complained(report.damaged()) ? FAILED : DONE;
    }
  }

  /** An id that is not in the graph may still come with a later load. */
  private PersonErasure.Report erase(EntityResolver resolver, PersonErasure erasure) {
    try {
      EntityDocument found = resolver.resolve(entity);
      return erasure.erase(found.id(), found.attributes());
    } catch (ClewException e) {
      if (e.reason() != Reason.NOT_FOUND || !entity.contains(":")) {
        throw e;
      }
      return erasure.erase(EntityIds.end(entity), Map.of());
    }
  }

  private void text(PersonErasure.Report report) {
    line("Erased and barred: " + report.erased() + ".");
    line(
        report.entities()
            + " entities, "
            + report.rows()
            + " rows of the log and "
            + report.rejects()
            + " rejected rows went.");
  }
}
