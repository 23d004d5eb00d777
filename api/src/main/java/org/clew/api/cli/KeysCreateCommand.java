package org.clew.api.cli;

import org.clew.api.access.KeyDocument;
import org.clew.api.access.KeyRequest;
import org.clew.loader.ingest.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "create",
    description = "Makes a key and shows it once; the data folder keeps its hash alone.")
final class KeysCreateCommand extends GraphCommand {
  @Option(
      names = "--role",
      required = true,
      paramLabel = "ROLE",
      description =
          "What it allows: 'reader' reads and asks, 'analyst' also loads, detects and decides,"
              + " 'admin' also makes keys.")
  private String role = "";

  @Option(names = "--name", paramLabel = "NAME", description = "Whose it is, or what for.")
  private String name = "";

  @Option(
      names = "--expires",
      paramLabel = "DATE",
      description = "The last day on which it is valid, in UTC, as 2027-12-31.")
  private @Nullable String expires;

  private String made = "";

  KeysCreateCommand(CommandContext context) {
    super(context);
  }

  @Override
  String change() {
    return made;
  }

  @Override
  public Integer call() {
    KeyDocument document =
        new KeyRequest(role, name, expires).create(new DataFolder(data()).keys());
    made = document.id() + " " + document.role();
    print(document, this::text);
    return DONE;
  }

  private void text(KeyDocument document) {
    line("Key " + document.id() + " with the role " + document.role() + ":");
    line(String.valueOf(document.key()));
    line("It is shown this once; send it as 'Authorization: Bearer KEY'.");
  }
}
