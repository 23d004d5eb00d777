package org.clew.api.cli;

import java.nio.file.Path;
import java.util.Locale;
import org.clew.loader.export.Restore;
import org.clew.loader.ingest.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "restore",
    description =
        "Stands up a data folder from a backup, in an empty or a new folder (--data). The whole file"
            + " is checked first; where it is damaged nothing is changed.")
final class RestoreCommand extends GraphCommand {
  @Parameters(paramLabel = "FILE", description = "What 'clew backup' wrote.")
  private Path file = Path.of("");

  RestoreCommand(CommandContext context) {
    super(context);
  }

  @Override
  String change() {
    return String.valueOf(file);
  }

  @Override
  public Integer call() {
    Restore.Report report =
        new Restore(new DataFolder(data()))
            .run(file, () -> context().opener().open(unfinishedSettings()));
    print(report, this::text);
    return DONE;
  }

  private void text(Restore.Report report) {
    line(
        String.format(
            Locale.ROOT,
            "%s is restored: %,d parts, %,d nodes and links, graph version %d of %s.",
            report.data(),
            report.manifest().parts().size(),
            report.manifest().counts().values().stream().mapToLong(Long::longValue).sum(),
            report.manifest().graphVersion(),
            report.manifest().createdAt()));
  }
}
