package org.clew.api.cli;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.clew.api.entity.EntityResolver;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.AnalystMarks;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.SourceRemoval;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "mark",
    description =
        "Marks an entity or indicator as benign: what ties others to it or through it counts"
            + " nothing, and each verdict says so. --remove takes the mark back.")
final class MarkCommand extends GraphCommand {
  @Parameters(paramLabel = "ENTITY", description = "An id, a handle, a host, a URL or a name.")
  private String entity = "";

  @Option(names = "--benign", paramLabel = "REASON", description = "Why it is innocent.")
  private @Nullable String reason;

  @Option(names = "--by", paramLabel = "NAME", description = "Who says so.")
  private @Nullable String by;

  @Option(names = "--remove", description = "Take the mark back.")
  private boolean remove;

  MarkCommand(CommandContext context) {
    super(context);
  }

  @Override
  String change() {
    return entity + (remove ? " --remove" : " --benign");
  }

  @Override
  public Integer call() {
    String said = reason == null ? "" : reason.strip();
    if (remove == (reason != null) || (!remove && said.isEmpty())) {
      throw new ClewException(Reason.USAGE, "Give a reason with --benign, or ask for --remove.");
    }
    try (GraphStore store = openGraph()) {
      EntityId id = new EntityResolver(store).resolve(entity).id();
      DataFolder folder = new DataFolder(data());
      if (remove) {
        complained(new SourceRemoval(store, folder).remove(AnalystMarks.source(id)).damaged());
      } else {
        new AnalystMarks(store, folder).add(id, said, by, LocalDate.now(Clock.systemUTC()));
      }
      print(
          document(id), d -> line(id + (remove ? " is no longer marked." : " is marked benign.")));
      return DONE;
    }
  }

  private Map<String, Object> document(EntityId id) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("entity", id);
    document.put("marked", !remove);
    document.put("source", AnalystMarks.source(id));
    return document;
  }
}
