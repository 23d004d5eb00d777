package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import org.clew.api.ListDocument;
import org.clew.api.coordination.ClusterLists;
import org.clew.cypher.coordination.ClusterView;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "clusters",
    description = "Lists clusters, the largest first: detected, labelled or drawn up.")
final class ClustersCommand extends GraphCommand {
  @Option(names = "--run", paramLabel = "ID", description = "Only those of a detection run.")
  private @Nullable String run;

  @Option(names = "--limit", description = "Clusters on a page, at most 1,000.")
  private int limit = ListDocument.DEFAULT_LIMIT;

  @Option(names = "--cursor", description = "Goes on where a page ended.")
  private @Nullable String cursor;

  ClustersCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (GraphStore store = openGraph()) {
      print(new ClusterLists(store).list(run, cursor, limit), this::text);
      return DONE;
    }
  }

  private void text(ListDocument<ClusterView> page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("CLUSTER", "MEMBERS", "SOURCES", "NAME"));
    for (ClusterView cluster : page.items()) {
      rows.add(
          List.of(
              cluster.id().value(),
              Long.toString(cluster.members()),
              String.join(",", cluster.sources().stream().map(EntityId::local).toList()),
              cluster.name()));
    }
    line(page.items().isEmpty() ? "No clusters." : Printing.table(rows));
    if (page.next() != null) {
      line("More: --cursor " + page.next());
    }
  }
}
