package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.clew.api.ListDocument;
import org.clew.api.source.SourceLists;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.SourceView;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "sources", description = "Lists what is loaded, with publisher, date and grade.")
final class SourcesCommand extends GraphCommand {
  @Option(names = "--limit", description = "Sources on a page, at most 1,000.")
  private int limit = ListDocument.DEFAULT_LIMIT;

  @Option(names = "--cursor", description = "Goes on where a page ended.")
  private @Nullable String cursor;

  SourcesCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (GraphStore store = openGraph()) {
      print(new SourceLists(store).list(cursor, limit), this::text);
      return DONE;
    }
  }

  private void text(ListDocument<SourceView> page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("SOURCE", "GRADE", "DATE", "PUBLISHER", "TITLE"));
    for (SourceView source : page.items()) {
      rows.add(
          List.of(
              source.id().value(),
              source.grade(),
              Objects.requireNonNullElse(source.date(), "-"),
              Objects.requireNonNullElse(source.publisher(), "-"),
              source.title()));
    }
    line(Printing.table(rows));
    if (page.next() != null) {
      line("More: --cursor " + page.next());
    }
  }
}
