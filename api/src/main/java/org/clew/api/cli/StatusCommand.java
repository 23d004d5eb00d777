package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.clew.api.source.StatusDocument;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.GraphStatus;
import org.clew.loader.ingest.DataFolder;
import org.clew.loader.ingest.Rejections.Rejection;
import org.clew.loader.ingest.UnfinishedLoads.UnfinishedLoad;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Counts what graph and observation log hold, by kind.")
final class StatusCommand extends GraphCommand {
  private static final int FILES_SHOWN = 5;

  StatusCommand(CommandContext context) {
    super(context);
  }

  @Override
  boolean makesData() {
    return true;
  }

  @Override
  public Integer call() {
    try (GraphStore store = openGraph()) {
      print(StatusDocument.of(GraphStatus.of(store), new DataFolder(data())), this::text);
      return DONE;
    }
  }

  private void text(StatusDocument status) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("sources", "", count(status.sources())));
    rows.add(List.of("posts", "", count(status.posts())));
    rows.add(List.of("observations", "", count(status.observations())));
    add(rows, "entities", status.entities());
    add(rows, "links", status.links());
    line(Printing.table(rows));
    status.rejected().forEach(each -> line(Printing.plain(rejected(each))));
    status.unfinished().forEach(each -> line(Printing.plain(unfinished(each))));
    if (status.sources() == 0 && status.unfinished().isEmpty()) {
      line("The graph is empty: load a file with 'clew load FILE', or see 'clew demo'.");
    }
  }

  private static String unfinished(UnfinishedLoad of) {
    int more = of.files().size() - FILES_SHOWN;
    String files =
        of.files().stream().limit(FILES_SHOWN).collect(Collectors.joining(", "))
            + (more > 0 ? " … (" + more + " more; --json names all)" : "");
    return of.running()
        ? "A load has been going on since " + of.since() + ": " + files
        : "A load that began at "
            + of.since()
            + " was interrupted; run that load again, with the options it had, to complete it: "
            + files;
  }

  private String rejected(Rejection of) {
    return String.format(
        Locale.ROOT,
        "Rejected: %,d %s and %,d %s of %s (%s); see %s.",
        of.rows(),
        of.rows() == 1 ? "row" : "rows",
        of.values(),
        of.values() == 1 ? "value" : "values",
        of.file(),
        of.source(),
        data().resolve("rejects"));
  }

  private static void add(List<List<String>> rows, String group, Map<String, Long> counts) {
    counts.forEach((kind, count) -> rows.add(List.of(group, kind, count(count))));
  }

  private static String count(long count) {
    return String.format(Locale.ROOT, "%,9d", count);
  }
}
