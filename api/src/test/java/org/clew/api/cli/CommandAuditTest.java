package org.clew.api.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class CommandAuditTest {
  /** Whoever adds a command that changes nothing names it here; others override change(). */
  private static final Set<String> READERS =
      Set.of(
          "clew attribute",
          "clew audit",
          "clew changes",
          "clew cluster",
          "clew clusters",
          "clew diff",
          "clew export",
          "clew formats",
          "clew import-check",
          "clew keys list",
          "clew links",
          "clew notes",
          "clew query",
          "clew runs",
          "clew serve",
          "clew sources",
          "clew status",
          "clew trace");

  @Test
  void shouldNoteWhatEveryCommandChangesThatIsNoReader() {
    CommandContext context =
        new CommandContext(System.out, System.err, settings -> null, new StopSignal());
    Set<String> silent = new TreeSet<>();
    collect(new CommandLine(new ClewCli(), new ContextFactory(context)), silent);
    assertThat(silent).isEqualTo(new TreeSet<>(READERS));
  }

  private static void collect(CommandLine line, Set<String> silent) {
    if (line.getCommand() instanceof GraphCommand command
        && Arrays.stream(command.getClass().getDeclaredMethods())
            .noneMatch(m -> m.getName().equals("change") && m.getParameterCount() == 0)) {
      silent.add(line.getCommandSpec().qualifiedName());
    }
    line.getSubcommands().values().forEach(sub -> collect(sub, silent));
  }
}
