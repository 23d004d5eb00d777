package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import org.clew.api.ListDocument;
import org.clew.api.coordination.RunLists;
import org.clew.cypher.coordination.RunView;
import org.clew.cypher.database.GraphStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "runs", description = "Lists detection runs with their parameters.")
final class RunsCommand extends GraphCommand {
  @Option(names = "--limit", description = "Runs on a page, at most 1,000.")
  private int limit = ListDocument.DEFAULT_LIMIT;

  @Option(names = "--cursor", description = "Goes on where a page ended.")
  private @Nullable String cursor;

  RunsCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (GraphStore store = openGraph()) {
      print(new RunLists(store).list(cursor, limit), this::text);
      return DONE;
    }
  }

  private void text(ListDocument<RunView> page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("RUN", "SIGNALS", "MODE", "WINDOW", "TESTED", "EDGES", "CLUSTERS"));
    for (RunView run : page.items()) {
      rows.add(
          List.of(
              run.id().value(),
              value(run, "signals"),
              value(run, "mode"),
              value(run, "windowSeconds"),
              value(run, "significance"),
              value(run, "edgesKept"),
              value(run, "clusters")));
    }
    line(page.items().isEmpty() ? "No detection runs." : Printing.table(rows));
    if (page.next() != null) {
      line("More: --cursor " + page.next());
    }
  }

  private static String value(RunView run, String name) {
    Object value = run.parameters().get(name);
    return value == null ? "-" : value.toString().replaceAll("[\\[\\] ]", "");
  }
}
