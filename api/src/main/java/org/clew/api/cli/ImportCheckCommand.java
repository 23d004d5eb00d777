package org.clew.api.cli;

import org.clew.loader.ingest.DataCheck;
import org.clew.loader.ingest.DataFolder;
import picocli.CommandLine.Command;

@Command(
    name = "import-check",
    description = "Reads all that was loaded and compares it with its hashes.")
final class ImportCheckCommand extends GraphCommand {
  ImportCheckCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    DataCheck check = DataCheck.of(new DataFolder(data()));
    print(check, this::text);
    return check.damaged().isEmpty() ? DONE : FAILED;
  }

  private void text(DataCheck check) {
    check.damaged().forEach(damage -> line(damage.file() + ": " + damage.problem()));
    line(
        check.damaged().isEmpty()
            ? "All loads are whole: " + check.statements() + "."
            : "Damaged: " + check.damaged().size() + "; 'clew rebuild' restores the rest.");
  }
}
