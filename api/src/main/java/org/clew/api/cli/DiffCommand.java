package org.clew.api.cli;

import java.nio.file.Path;
import java.util.Map;
import org.clew.api.ListDocument;
import org.clew.api.export.DiffDocument;
import org.clew.api.export.GraphDiff;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "diff",
    description =
        "Compares two files that 'clew export --all --format json' wrote, by stable ids; needs no"
            + " database.")
final class DiffCommand extends GraphCommand {
  @Parameters(index = "0", paramLabel = "BEFORE", description = "A JSON export.")
  private Path before = Path.of("");

  @Parameters(index = "1", paramLabel = "AFTER", description = "Another one.")
  private Path after = Path.of("");

  @Option(names = "--limit", description = "Differences that are listed; all are counted.")
  private int limit = ListDocument.DEFAULT_LIMIT;

  DiffCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    print(GraphDiff.of(before, after, Math.max(0, limit)), this::text);
    return DONE;
  }

  private void text(DiffDocument document) {
    document
        .counts()
        .forEach(
            (section, counts) ->
                line(
                    section
                        + ": "
                        + counts.added()
                        + " added, "
                        + counts.removed()
                        + " removed, "
                        + counts.changed()
                        + " changed"));
    for (DiffDocument.Item item : document.items()) {
      line(Printing.plain("  " + item.change() + "  " + item.section() + "  " + item.key()));
      item.fields()
          .forEach(
              (name, values) ->
                  line(
                      Printing.plain(
                          "      " + name + ": " + values.get(0) + " → " + values.get(1))));
    }
    Map<String, String> truncated = document.truncated();
    if (truncated != null) {
      context().err().println("clew: " + truncated.get("reason"));
    }
  }
}
