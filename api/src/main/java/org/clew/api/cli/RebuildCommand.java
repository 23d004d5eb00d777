package org.clew.api.cli;

import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.GraphRebuild;
import picocli.CommandLine.Command;

@Command(
    name = "rebuild",
    description =
        "Makes the graph anew from all that was loaded and detected, with marks and the decisions on"
            + " claims. A database of --neo4j that holds more than this data folder stated is left as"
            + " it is.")
final class RebuildCommand extends GraphCommand {
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
      GraphRebuild rebuild = new GraphRebuild(store, new DataFolder(data()), progress);
      GraphRebuild.Report report = rebuild.run(settings().remoteUri() != null);
      progress.complete();
      print(report, this::text);
      return report.missing().isEmpty() ? DONE : FAILED;
    }
  }

  private void text(GraphRebuild.Report report) {
    line(
        "In the graph again: loads %d, detection runs %d, decisions on claims %d."
            .formatted(report.loads(), report.runs(), report.decisions()));
    report.missing().forEach(m -> line("Missing: " + m.file() + ": " + m.problem()));
  }
}
