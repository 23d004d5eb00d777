package org.clew.api.cli;

import java.time.Clock;
import java.util.List;
import org.clew.api.claim.NoteRequest;
import org.clew.api.claim.Notebook;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.database.GraphStore;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "note",
    description =
        "Keeps what you write of an entity, a cluster or a link, with its date and your name. A note"
            + " is shown and exported with it and is no evidence. --remove takes it back.")
final class NoteCommand extends GraphCommand {
  @Parameters(
      paramLabel = "ABOUT TEXT",
      arity = "0..2",
      description = "An id, a handle, a host, a name or the id of a link; then the note.")
  private List<String> words = List.of();

  @Option(
      names = "--assess",
      paramLabel = "WORD",
      description = "Your assessment: inauthentic, authentic or unclear.")
  private @Nullable String assess;

  @Option(names = "--by", paramLabel = "NAME", description = "Who says so.")
  private @Nullable String by;

  @Option(
      names = "--tlp",
      paramLabel = "LEVEL",
      description = "How far it may be passed on: clear, green, amber, amber+strict, red.")
  private @Nullable String tlp;

  @Option(names = "--remove", paramLabel = "ID", description = "Takes that note back.")
  private @Nullable String remove;

  NoteCommand(CommandContext context) {
    super(context);
  }

  @Override
  String change() {
    return remove == null
        ? String.join(" ", words.subList(0, Math.min(1, words.size())))
        : "--remove " + remove;
  }

  @Override
  public Integer call() {
    if (remove == null ? words.size() != 2 : !words.isEmpty()) {
      throw new ClewException(
          Reason.USAGE, "Say what the note is about, and what it says; or --remove ID alone.");
    }
    try (GraphStore store = openGraph()) {
      Notebook notes = new Notebook(store, new DataFolder(data()), Clock.systemUTC());
      if (remove == null) {
        NoteRequest request = new NoteRequest(words.get(0), words.get(1), assess, by, tlp);
        print(notes.add(request), this::kept);
      } else {
        print(notes.remove(remove), note -> line("Took back " + NoteText.line(note)));
      }
      return DONE;
    }
  }

  private void kept(NoteView note) {
    line(note.entity() + ": " + NoteText.line(note));
  }
}
