package org.clew.api.cli;

import org.clew.api.coordination.ClusterLists;
import org.clew.cypher.database.GraphStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "cluster",
    description =
        "Shows a cluster: members, what they shared, bridges, time line, benign alternatives.")
final class ClusterCommand extends GraphCommand {
  @Parameters(paramLabel = "ID", description = "Id of the cluster, as 'clew clusters' lists it.")
  private String id = "";

  @Option(
      names = "--run",
      paramLabel = "ID",
      description = "As which detection run found it; unless given, the latest that did.")
  private @Nullable String run;

  ClusterCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (GraphStore store = openGraph()) {
      print(new ClusterLists(store).find(id, run), d -> ClusterText.of(d).forEach(this::line));
      return DONE;
    }
  }
}
