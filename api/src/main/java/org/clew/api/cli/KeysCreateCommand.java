package org.clew.api.cli;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.clew.api.access.KeyDocument;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.access.Role;
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
        KeyDocument.of(new DataFolder(data()).keys().create(Role.parse(role), name, lastDay()));
    made = document.id() + " " + document.role();
    print(document, this::text);
    return DONE;
  }

  private void text(KeyDocument document) {
    line("Key " + document.id() + " with the role " + document.role() + ":");
    line(String.valueOf(document.key()));
    line("It is shown this once; send it as 'Authorization: Bearer KEY'.");
  }

  private @Nullable LocalDate lastDay() {
    try {
      return expires == null ? null : LocalDate.parse(expires);
    } catch (DateTimeParseException e) {
      throw new ClewException(
          Reason.USAGE, "'" + expires + "' is not a day; write it as 2027-12-31.", e);
    }
  }
}
