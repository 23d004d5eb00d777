package org.clew.api.cli;

import java.util.ArrayList;
import java.util.List;
import org.clew.api.Json;
import org.clew.api.ListDocument;
import org.clew.api.query.SavedQuestion;
import org.clew.api.query.SavedQuestions;
import org.clew.api.trace.GraphTraces;
import org.clew.api.trace.TraceBody;
import org.clew.api.trace.TraceDocument;
import org.clew.cypher.database.GraphStore;
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
    name = "saved",
    description =
        "Lists queries and traces that were saved under a name, shows, runs or removes one.")
final class SavedCommand extends GraphCommand {
  @Parameters(paramLabel = "NAME", arity = "0..1", description = "Shows that one.")
  private @Nullable String name;

  @Option(names = "--run", description = "Asks it again.")
  private boolean run;

  @Option(names = "--remove", description = "Forgets it.")
  private boolean remove;

  SavedCommand(CommandContext context) {
    super(context);
  }

  @Override
  @Nullable String change() {
    return remove ? name + " --remove" : null;
  }

  @Override
  public Integer call() {
    if ((run && remove) || (name == null && (run || remove))) {
      throw new ClewException(Reason.USAGE, "Say which one to run or to remove: NAME.");
    }
    SavedQuestions questions = new SavedQuestions(new DataFolder(data()));
    if (name == null) {
      print(new ListDocument<>(questions.list(), null, null), this::text);
    } else if (remove) {
      print(questions.remove(name), q -> line(q.name() + " is no longer saved."));
    } else if (run) {
      try (GraphStore store = openGraph()) {
        SavedQuestion question = questions.find(name);
        print(
            question.run(new ReadOnlyGate(store), new GraphTraces(store, new DataFolder(data()))),
            this::answer);
      }
    } else {
      print(questions.find(name), q -> line(Printing.plain(asked(q))));
    }
    return DONE;
  }

  private void answer(Object document) {
    if (document instanceof TraceDocument trace) {
      TraceText.of(trace).forEach(this::line);
    } else if (document instanceof QueryResult result) {
      line(QueryCommand.table(result));
    }
  }

  private void text(ListDocument<SavedQuestion> page) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("NAME", "KIND", "ASKS"));
    page.items()
        .forEach(q -> rows.add(List.of(q.name(), q.trace() == null ? "query" : "trace", asked(q))));
    line(Printing.table(rows));
  }

  private static String asked(SavedQuestion question) {
    TraceBody trace = question.trace();
    return trace == null ? String.valueOf(question.query()) : Json.pretty(trace).strip();
  }
}
