package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import org.clew.api.ListDocument;
import org.clew.api.ingest.FormatDocument;
import picocli.CommandLine.Command;

@Command(
    name = "formats",
    description = "Lists the formats, what each fills and how it is recognised.")
final class FormatsCommand extends GraphCommand {
  FormatsCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    print(new ListDocument<>(FormatDocument.all(), null, null), this::text);
    return DONE;
  }

  private void text(ListDocument<FormatDocument> formats) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("FORMAT", "GRADE", "FILLS", "RECOGNISED BY"));
    formats
        .items()
        .forEach(f -> rows.add(List.of(f.name(), f.defaultGrade(), f.fills(), f.recognisedBy())));
    line(Printing.table(rows));
  }
}
