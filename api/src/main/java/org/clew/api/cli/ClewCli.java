package org.clew.api.cli;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The {@code clew} command: follows the thread from accounts to the state media behind them. */
@Command(
    name = "clew",
    mixinStandardHelpOptions = true,
    versionProvider = ClewCli.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Follows the thread from a cluster of accounts to the state media behind it.",
    footer = {
      "",
      "Exit status: 0 done; 1 the work failed; 2 wrong usage; 3 done, but some input was rejected;",
      "130 and 143 stopped by SIGINT or SIGTERM, in order: what was committed is kept.",
      "Start with: clew demo"
    },
    subcommands = {
      AttributeCommand.class,
      AuditCommand.class,
      BackupCommand.class,
      DemoCommand.class,
      ChangesCommand.class,
      ClaimsCommand.class,
      DiffCommand.class,
      EraseCommand.class,
      ClusterCommand.class,
      ClustersCommand.class,
      DetectCommand.class,
      ExportCommand.class,
      FormatsCommand.class,
      ImportCheckCommand.class,
      KeysCommand.class,
      LinksCommand.class,
      LoadCommand.class,
      MarkCommand.class,
      NoteCommand.class,
      NotesCommand.class,
      QueryCommand.class,
      RebuildCommand.class,
      RestoreCommand.class,
      RunCommand.class,
      RunsCommand.class,
      SavedCommand.class,
      ServeCommand.class,
      SourcesCommand.class,
      StatusCommand.class,
      TraceCommand.class,
      UnloadCommand.class,
      CommandLine.HelpCommand.class
    })
public final class ClewCli implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Say what to do.");
  }

  /** Runs one command and gives its exit status. */
  static int run(PrintStream out, PrintStream err, StoreOpener opener, String... arguments) {
    return run(new CommandContext(out, err, opener, new StopSignal()), arguments);
  }

  private static int run(CommandContext context, String... arguments) {
    PrintStream out = context.out();
    PrintStream err = context.err();
    CommandLine line = new CommandLine(new ClewCli(), new ContextFactory(context));
    line.setOut(Printing.writer(out));
    line.setErr(Printing.writer(err));
    line.setHelpFactory(TidyHelp::new);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setParameterExceptionHandler(Failures::ofUsage);
    line.setExecutionExceptionHandler((e, command, parsed) -> Failures.ofWork(e, command, context));
    CommandAudit audit = new CommandAudit(context);
    line.setExecutionStrategy(audit);
    try {
      int status = line.execute(arguments);
      audit.ended(status);
      return status;
    } catch (LinkageError e) {
      return Failures.ofStart(e, context);
    } catch (OutOfMemoryError e) {
      return Failures.ofMemory(context);
    }
  }

  /**
   * Runs the command its arguments name and ends the process with its exit status; where a signal
   * ends the process, the status is that signal's.
   */
  public static void main(String[] arguments) {
    PrintStream out = Printing.standardOut();
    StopSignal stop = StopSignal.ofProcess();
    int status = run(new CommandContext(out, System.err, new OnDisk(), stop), arguments);
    if (out.checkError()) {
      System.err.println("clew: standard output could not be written to its end.");
      status = Math.max(status, 1);
    }
    stop.finish();
    if (!stop.isRequested()) {
      System.exit(status);
    }
  }

  private static final class OnDisk implements StoreOpener {
    @Override
    public GraphStore open(StoreSettings settings) {
      return GraphStores.open(settings);
    }

    @Override
    public boolean exists(Path data) {
      return Files.isDirectory(data);
    }
  }

  /** The version of this Clew. */
  static String versionWord() {
    String version = ClewCli.class.getPackage().getImplementationVersion();
    return version == null ? "(not packaged)" : version;
  }

  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {"clew " + versionWord()};
    }
  }
}
