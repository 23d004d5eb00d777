package org.clew.api.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.clew.loader.export.Backup;
import org.clew.loader.export.BackupOptions;
import org.clew.loader.export.BackupReport;
import org.clew.loader.ingest.DataFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "backup",
    description =
        "Writes the graph and all that stands beside it to one file, from which 'clew restore' makes"
            + " the same data folder. Loads wait meanwhile, reading goes on.")
final class BackupCommand extends GraphCommand {
  private static final int FAILED = 1;

  @Parameters(paramLabel = "FILE", description = "A new file, such as clew-2026-08-21.zip.")
  private Path file = Path.of("");

  @Option(names = "--force", description = "Replaces the file where there is one.")
  private boolean force;

  @Option(
      names = "--with-keys",
      description = "Puts the hashed API keys in as well; without them the copy has none.")
  private boolean withKeys;

  BackupCommand(CommandContext context) {
    super(context);
  }

  @Override
  String change() {
    return file + (withKeys ? " --with-keys" : "");
  }

  @Override
  public Integer call() {
    BackupOptions options =
        new BackupOptions(force, withKeys, ClewCli.versionWord(), Clock.systemUTC().instant());
    BackupReport report =
        new Backup(new DataFolder(data()), options).write(this::openGraph, file, this::waiting);
    print(report, this::text);
    report
        .damaged()
        .forEach(
            damage ->
                context()
                    .err()
                    .println("clew: damaged before: " + damage.file() + ": " + damage.problem()));
    return report.damaged().isEmpty() ? DONE : FAILED;
  }

  private void waiting() {
    context().err().println("clew: waiting for a load or another change to end");
  }

  private void text(BackupReport report) {
    line(
        String.format(
            Locale.ROOT,
            "%s: %,d bytes, %,d parts, %,d nodes and links, graph version %d.",
            report.file(),
            report.bytes(),
            report.manifest().parts().size(),
            report.manifest().counts().values().stream().mapToLong(Long::longValue).sum(),
            report.manifest().graphVersion()));
  }
}
