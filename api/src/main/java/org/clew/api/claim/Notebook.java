package org.clew.api.claim;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.api.entity.EntityResolver;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.claim.Notes;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.links.Links;
import org.clew.loader.ingest.AnalystNotes;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.claim.AnalystNote;
import org.clew.model.claim.Judgement;
import org.clew.model.entity.EntityId;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/** Lists, keeps and takes back what analysts write. */
public final class Notebook {
  private static final Pattern LINK = Pattern.compile("[0-9a-f]{16}");

  private final Notes notes;
  private final Links links;
  private final EntityResolver resolver;
  private final AnalystNotes written;
  private final Clock clock;

  /** The notes in a graph and beside it. */
  public Notebook(GraphStore store, DataFolder data, Clock clock) {
    this.notes = new Notes(store);
    this.links = new Links(store);
    this.resolver = new EntityResolver(store);
    this.written = new AnalystNotes(store, data);
    this.clock = clock;
  }

  private record About(EntityId entity, @Nullable String link) {}

  /**
   * Notes in the order of their ids.
   *
   * @param about an entity or a link; null for all notes
   */
  public ListDocument<NoteView> list(@Nullable String about, @Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    String after = Cursors.position(cursor);
    List<NoteView> found =
        about == null ? notes.list(after, limit + 1) : of(resolve(about), after, limit + 1);
    return ListDocument.page(found, limit, last -> Cursors.of(last.id()));
  }

  /**
   * One note.
   *
   * @throws ClewException NOT_FOUND when there is none
   */
  public NoteView find(String id) {
    return notes
        .find(id)
        .orElseThrow(() -> new ClewException(Reason.NOT_FOUND, "There is no note '" + id + "'."));
  }

  /**
   * Keeps a note under today's date in UTC.
   *
   * @throws ClewException USAGE when it has no text or is about a source
   */
  public NoteView add(NoteRequest request) {
    if (request.about() == null || request.about().isBlank()) {
      throw new ClewException(Reason.USAGE, "Say what the note is about: an entity or a link.");
    }
    String assess = request.assess();
    String tlp = request.tlp();
    Judgement judgement = assess == null ? null : Judgement.ofWord(assess);
    Tlp level = tlp == null ? null : Tlp.ofWord(tlp);
    About about = resolve(request.about());
    return written.add(
        new AnalystNote(
            about.entity(),
            about.link(),
            request.text() == null ? "" : request.text().strip(),
            judgement,
            request.by() == null ? null : request.by().strip(),
            new PartialDate(LocalDate.now(clock).toString()),
            level));
  }

  /**
   * Takes a note back.
   *
   * @return what it was
   * @throws ClewException NOT_FOUND when there is none
   */
  public NoteView remove(String id) {
    return written.remove(id);
  }

  private List<NoteView> of(About about, String after, int limit) {
    return about.link() == null
        ? notes.of(about.entity(), after, limit)
        : notes.ofLink(about.entity(), about.link(), after, limit);
  }

  private About resolve(String text) {
    if (LINK.matcher(text.strip()).matches()) {
      Optional<LinkView> link = links.find(text.strip());
      if (link.isPresent()) {
        return new About(link.get().from(), link.get().id());
      }
    }
    return new About(resolver.resolve(text).id(), null);
  }
}
