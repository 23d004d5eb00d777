package org.clew.api.cli;

import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.clew.loader.access.AuditEvent;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ExecutionException;
import picocli.CommandLine.IExecutionStrategy;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;

/** Notes in the audit log what a command changed, once it is done or has failed. */
final class CommandAudit implements IExecutionStrategy {
  private final CommandContext context;
  private final long began = System.nanoTime();
  private @Nullable ParseResult running;

  CommandAudit(CommandContext context) {
    this.context = context;
  }

  @Override
  public int execute(ParseResult parsed) throws ExecutionException {
    ParseResult last = parsed;
    while (last.hasSubcommand()) {
      last = last.subcommand();
    }
    running = last;
    return new RunLast().execute(parsed);
  }

  /**
   * To be called with the exit status. What was asked wrongly changed nothing, and the folder it
   * named may be anybody's. A log that cannot be written fails no work.
   */
  void ended(int status) {
    @Nullable ParseResult run = running;
    if (run == null
        || status == Failures.WRONG_USAGE
        || !(run.commandSpec().userObject() instanceof GraphCommand command)
        || !Files.isDirectory(command.data())) {
      return;
    }
    @Nullable String change = command.change();
    if (change != null) {
      note(command, run.commandSpec().qualifiedName(), change, status);
    }
  }

  private void note(GraphCommand command, String name, String change, int status) {
    AuditEvent event =
        new AuditEvent(
            Instant.now(),
            "local",
            System.getProperty("user.name"),
            null,
            "CLI",
            name,
            change,
            status,
            TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began),
            null);
    try {
      new DataFolder(command.data()).audit().append(List.of(event));
    } catch (ClewException e) {
      context.err().println("clew: " + Printing.plain(String.valueOf(e.getMessage())));
    }
  }
}
