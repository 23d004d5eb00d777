package org.clew.api.cli;

import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.GraphRebuild;
import picocli.CommandLine.Command;

@Command(
    name = "rebuild",
    description =
        "Makes the graph anew from all that was loaded, with the decisions on claims; clusters have"
            + " to be detected again.")
final class RebuildCommand extends GraphCommand {
  private static final int FAILED = 1;

  RebuildCommand(CommandContext context) {
    super(context);
  }

  @Override
  boolean makesData() {
    return true;
  }

  @Override
  String change() {
    return "";
  }

  @Override
  public Integer call() {
    try (LoadProgress progress = new LoadProgress(context().err(), context().stop());
        GraphStore store = openGraph()) {
      GraphRebuild.Report report = new GraphRebuild(store, new DataFolder(data()), progress).run();
      print(report, this::text);
      return report.missing().isEmpty() ? DONE : FAILED;
    }
  }

  private void text(GraphRebuild.Report report) {
    line(
        "The graph holds "
            + report.loads()
            + " loads again, and "
            + report.decisions()
            + " decisions on claims.");
    report.missing().forEach(m -> line("Missing: " + m.file() + ": " + m.problem()));
  }
}
