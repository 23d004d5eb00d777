package org.clew.api.cli;

import java.time.Clock;
import org.clew.api.ListDocument;
import org.clew.api.claim.Notebook;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "notes",
    description = "Lists what analysts wrote, of all or of one entity or link.")
final class NotesCommand extends GraphCommand {
  @Parameters(
      paramLabel = "ABOUT",
      arity = "0..1",
      description = "An id, a handle, a host, a name or the id of a link.")
  private @Nullable String about;

  @Option(names = "--limit", description = "Notes on a page, at most 1,000.")
  private int limit = ListDocument.DEFAULT_LIMIT;

  @Option(names = "--cursor", description = "Goes on where a page ended.")
  private @Nullable String cursor;

  NotesCommand(CommandContext context) {
    super(context);
  }

  @Override
  public Integer call() {
    try (GraphStore store = openGraph()) {
      Notebook notes = new Notebook(store, new DataFolder(data()), Clock.systemUTC());
      print(notes.list(about, cursor, limit), this::text);
      return DONE;
    }
  }

  private void text(ListDocument<NoteView> page) {
    for (NoteView note : page.items()) {
      String link = note.link() == null ? "" : ", link " + note.link();
      line(note.entity() + link + ": " + NoteText.line(note));
    }
    if (page.items().isEmpty()) {
      line("There are no notes.");
    }
    if (page.next() != null) {
      line("More: --cursor " + page.next());
    }
  }
}
