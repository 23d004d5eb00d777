package org.clew.api.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.clew.api.ListDocument;
import org.clew.api.access.AuditLists;
import org.clew.loader.access.AuditLog;
import org.clew.loader.access.AuditVerification;
import org.clew.loader.ingest.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "audit",
    description =
        "Lists who asked for what and who changed what, the earliest first; --verify tells whether"
            + " a line was changed, removed or moved.")
final class AuditCommand extends GraphCommand {
  private static final int TAMPERED = 1;

  @Option(names = "--verify", description = "Checks the whole log; exit status 1 names the line.")
  private boolean verify;

  @Option(
      names = "--since",
      paramLabel = "DATE",
      description = "Only what was done from then on: 2026-03-01 or 2026-03-01T12:00:00Z.")
  private @Nullable String since;

  @Option(names = "--limit", description = "Lines on a page, at most 1,000.")
  private int limit = ListDocument.DEFAULT_LIMIT;

  @Option(names = "--cursor", description = "Goes on where a page ended.")
  private @Nullable String cursor;

  AuditCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    AuditLog log = new DataFolder(data()).audit();
    if (!verify) {
      print(new AuditLists(log).list(since, cursor, limit), this::text);
      return DONE;
    }
    AuditVerification found = log.verify();
    print(found, this::text);
    return found.isWhole() ? DONE : TAMPERED;
  }

  private void text(AuditVerification found) {
    line(
        found.problem() == null
            ? "All " + found.lines() + " lines are as they were written."
            : found.problem() + " The " + found.lines() + " lines before it are right.");
    line("Hash of the last right line: " + found.head());
  }

  private void text(ListDocument<JsonNode> page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("LINE", "AT", "WHO", "FROM", "STATUS", "MS", "METHOD", "PATH"));
    for (JsonNode line : page.items()) {
      rows.add(
          List.of(
              line.path("n").asText(),
              line.path("at").asText(),
              named(line),
              line.path("from").asText("-"),
              line.path("status").asText(),
              line.path("ms").asText(),
              line.path("method").asText(),
              line.path("method").asText().equals("CLI")
                  ? line.path("route").asText() + " " + line.path("path").asText()
                  : line.path("path").asText()));
    }
    line(Printing.table(rows));
    if (page.next() != null) {
      line("More: --cursor " + page.next());
    }
  }

  private static String named(JsonNode line) {
    String name = line.path("name").asText("");
    return line.path("who").asText() + (name.isEmpty() ? "" : " (" + name + ")");
  }
}
