package org.clew.api.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.clew.api.coordination.RunComparison;
import org.clew.api.coordination.RunLists;
import org.clew.cypher.coordination.RunView;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.KeptRuns;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "run",
    description = "Shows a detection run, compares it with another, or removes it.")
final class RunCommand extends GraphCommand {
  @Parameters(paramLabel = "ID", description = "Id of the run, as 'clew runs' lists it.")
  private String id = "";

  @Option(names = "--remove", description = "Takes back all that the run said.")
  private boolean remove;

  @Option(
      names = "--compare",
      paramLabel = "OTHER",
      description = "Tells which accounts moved from the run to another.")
  private @Nullable String other;

  RunCommand(CommandContext context) {
    super(context);
  }

  @Override
  @Nullable String change() {
    return remove ? id + " --remove" : null;
  }

  @Override
  public Integer call() {
    if (remove && other != null) {
      throw new ClewException(Reason.USAGE, "Either compare a run or remove it.");
    }
    try (GraphStore store = openGraph()) {
      RunLists runs = new RunLists(store);
      if (remove) {
        Map<String, Object> document = new LinkedHashMap<>();
        EntityId run = runs.find(id).id();
        DataFolder folder = new DataFolder(data());
        document.put("run", run);
        document.put("removed", folder.changing(() -> new KeptRuns(store, folder).remove(run)));
        folder.journal().record(store, "run --remove", id);
        print(document, d -> line("Took back what " + id + " said: " + d.get("removed") + "."));
      } else if (other != null) {
        print(runs.compare(id, other), this::text);
      } else {
        print(runs.find(id), this::text);
      }
      return DONE;
    }
  }

  private void text(RunView run) {
    line(Printing.plain(run.title()));
    run.parameters()
        .forEach((name, value) -> line("  " + name + ": " + Printing.plain(value.toString())));
    line("  sources: " + run.derivesFrom());
  }

  private void text(RunComparison comparison) {
    line(comparison.stayed() + " accounts stayed in their cluster.");
    moves("joined a cluster", comparison.joined());
    moves("left theirs", comparison.left());
    moves("moved to another", comparison.moved());
  }

  private void moves(String what, List<RunComparison.Move> moves) {
    line(moves.size() + " accounts " + what + (moves.isEmpty() ? "." : ":"));
    for (RunComparison.Move move : moves) {
      line("  " + move.account() + "  " + place(move.from()) + " → " + place(move.to()));
    }
  }

  private static String place(@Nullable Object cluster) {
    return cluster == null ? "none" : cluster.toString();
  }
}
