package org.clew.api.cli;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.clew.api.ListDocument;
import org.clew.api.attribution.GraphAttributions;
import org.clew.api.source.ChangesDocument;
import org.clew.api.source.ChangesDocument.VerdictChange;
import org.clew.api.source.ChangesRequest;
import org.clew.api.source.GraphChanges;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.SourceChanges.EntityChange;
import org.clew.cypher.source.SourceChanges.LinkChange;
import org.clew.loader.ingest.ChangeJournal.Entry;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "changes",
    description =
        "Tells what a load, a detection or another change brought: new entities and links, other"
            + " values, sources that went, and other verdicts. The last change where nothing is"
            + " asked.")
final class ChangesCommand extends GraphCommand {
  @Option(
      names = "--since",
      paramLabel = "VERSION|DATE",
      description = "After that version of the graph, or from that day on, in UTC.")
  private @Nullable String since;

  @Option(names = "--source", paramLabel = "ID", description = "What that source brought.")
  private @Nullable String source;

  @Option(names = "--run", paramLabel = "ID", description = "What that detection run brought.")
  private @Nullable String run;

  @Option(
      names = "--cluster",
      paramLabel = "ID",
      description = "Compares the verdicts of that cluster; may be repeated.")
  private List<String> clusters = List.of();

  @Option(names = "--limit", description = "Entities and links that are listed, at most 1,000.")
  private int limit = ListDocument.DEFAULT_LIMIT;

  ChangesCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (run != null && source != null) {
      throw new ClewException(Reason.USAGE, "Give a source or a detection run.");
    }
    ChangesRequest request =
        new ChangesRequest(since, source == null ? run : source, clusters, limit);
    try (GraphStore store = openGraph()) {
      DataFolder data = new DataFolder(data());
      GraphChanges changes = new GraphChanges(store, data, new GraphAttributions(store, data));
      print(changes.tell(request), this::text);
      return DONE;
    }
  }

  private void text(ChangesDocument document) {
    document.changes().forEach(this::change);
    line(
        document.counts().entrySet().stream()
            .map(count -> count.getKey() + " " + count.getValue())
            .collect(Collectors.joining(", ", "", "; graph version " + document.graphVersion())));
    document.added().forEach(id -> line("  + " + id));
    document.gone().forEach(id -> line("  - " + id));
    document.entities().forEach(this::entity);
    document.links().forEach(this::link);
    document.verdicts().forEach(this::verdict);
    Map<String, String> truncated = document.truncated();
    if (truncated != null) {
      context().err().println("clew: " + truncated.get("reason"));
    }
  }

  private void change(Entry entry) {
    line(
        Printing.plain(
            "%s  version %d  %s %s"
                .formatted(entry.at(), entry.version(), entry.command(), entry.detail())
                .strip()));
  }

  private void entity(EntityChange entity) {
    line(Printing.plain("  " + entity.change() + "  " + entity.id() + "  " + entity.name()));
    entity
        .attributes()
        .forEach(
            (name, value) ->
                line(
                    Printing.plain(
                        "      " + name + ": " + value.before() + " → " + value.after())));
  }

  private void link(LinkChange link) {
    line(
        "  %s  %s %s %s  [%s]"
            .formatted(link.change(), link.from(), link.type(), link.to(), link.source()));
  }

  private void verdict(VerdictChange verdict) {
    line(
        "  %s → %s: %s%s"
            .formatted(
                verdict.subject(),
                verdict.outlet(),
                verdict.changed() ? verdict.before() + " → " : "",
                verdict.changed() ? verdict.after() : verdict.after() + ", as before"));
  }
}
