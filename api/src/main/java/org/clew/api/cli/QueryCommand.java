package org.clew.api.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clew.api.Json;
import org.clew.api.query.SavedQuestion;
import org.clew.api.query.SavedQuestions;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.query.QueryLimits;
import org.clew.cypher.query.QueryResult;
import org.clew.cypher.query.ReadOnlyGate;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "query",
    description = "Runs read-only Cypher. Writes, procedures, LOAD CSV and SHOW are refused.")
final class QueryCommand extends GraphCommand {
  @Parameters(paramLabel = "CYPHER", arity = "0..1", description = "The query.")
  private @Nullable String query;

  @Option(names = "--save", paramLabel = "NAME", description = "Keeps the query under a name.")
  private @Nullable String save;

  @Option(names = "--saved", paramLabel = "NAME", description = "Runs the query of that name.")
  private @Nullable String saved;

  @Option(names = "--timeout", paramLabel = "SECONDS", description = "The query is cut after it.")
  private int timeout = (int) QueryLimits.DEFAULT.timeout().toSeconds();

  @Option(names = "--limit", paramLabel = "ROWS", description = "Further rows are not read.")
  private int limit = QueryLimits.DEFAULT.rows();

  QueryCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    if (timeout < 1 || limit < 1) {
      throw new ClewException(Reason.USAGE, "--timeout and --limit must be at least 1.");
    }
    if ((query == null) == (saved == null)) {
      throw new ClewException(Reason.USAGE, "Write a query, or name a saved one with --saved.");
    }
    SavedQuestions questions = new SavedQuestions(new DataFolder(data()));
    SavedQuestion asked =
        saved == null
            ? SavedQuestion.query(save == null ? "query" : save, String.valueOf(query))
            : questions.find(saved).requireQuery();
    QueryLimits limits = new QueryLimits(Duration.ofSeconds(timeout), limit);
    try (GraphStore store = openGraph()) {
      QueryResult result = asked.query(new ReadOnlyGate(store), limits);
      if (save != null) {
        questions.save(asked.named(save));
      }
      print(result, this::text);
      return DONE;
    }
  }

  private void text(QueryResult result) {
    line(table(result));
    Map<String, String> truncated = result.truncated();
    if (truncated != null) {
      context().err().println("clew: " + truncated.get("reason"));
    }
  }

  /** The rows in columns, under the names of the columns. */
  static String table(QueryResult result) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(result.columns());
    result.rows().forEach(row -> rows.add(row.stream().map(QueryCommand::cell).toList()));
    return Printing.table(rows);
  }

  private static String cell(@Nullable Object value) {
    if (value == null || value instanceof String) {
      return String.valueOf(value);
    }
    try {
      return Json.mapper().writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A query result cannot be written as JSON.", e);
    }
  }
}
