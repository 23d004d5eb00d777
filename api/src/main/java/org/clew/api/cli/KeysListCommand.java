package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import org.clew.api.ListDocument;
import org.clew.api.access.KeyDocument;
import org.clew.api.access.KeyLists;
import org.clew.loader.ingest.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "list", description = "Lists the keys, the expired and revoked ones too.")
final class KeysListCommand extends GraphCommand {
  @Option(names = "--limit", description = "Keys on a page, at most 1,000.")
  private int limit = ListDocument.DEFAULT_LIMIT;

  @Option(names = "--cursor", description = "Goes on where a page ended.")
  private @Nullable String cursor;

  KeysListCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    print(new KeyLists(new DataFolder(data()).keys()).list(cursor, limit), this::text);
    return DONE;
  }

  private void text(ListDocument<KeyDocument> page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("KEY", "ROLE", "STATE", "CREATED", "EXPIRES", "NAME"));
    for (KeyDocument key : page.items()) {
      rows.add(
          List.of(
              key.id(),
              key.role(),
              key.state(),
              key.created().toString(),
              key.expires() == null ? "-" : key.expires().toString(),
              key.name()));
    }
    line(Printing.table(rows));
    if (page.next() != null) {
      line("More: --cursor " + page.next());
    }
  }
}
