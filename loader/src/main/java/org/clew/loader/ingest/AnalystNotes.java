package org.clew.loader.ingest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.claim.Notes;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.ingest.GraphWriter;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.claim.AnalystNote;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;

/**
 * What analysts write. Each note is a source of its own, as a mark is; it states texts of an entity
 * and no link, so that nothing is traced along it.
 */
public final class AnalystNotes {
  /** It names nobody, since a source outlasts a person who is erased. */
  private static final String TITLE = "Note of an analyst";

  private final GraphStore store;
  private final DataFolder data;

  /** The notes in a graph and beside it. */
  public AnalystNotes(GraphStore store, DataFolder data) {
    this.store = store;
    this.data = data;
  }

  /** Keeps a note; the same note again changes nothing. */
  public NoteView add(AnalystNote note) {
    Source source =
        new Source(
            note.source(),
            TITLE,
            note.by(),
            note.date(),
            Grade.UNKNOWN,
            null,
            null,
            null,
            null,
            Notes.FORMAT,
            List.of(),
            note.tlp());
    Map<String, Object> said = new HashMap<>();
    said.put(Attribute.REMARK.key(), note.text());
    if (note.assessment() != null) {
      said.put(Attribute.ASSESSMENT.key(), note.assessment().word());
    }
    if (note.link() != null) {
      said.put(Attribute.ABOUT.key(), note.link());
    }
    Entity entity = Entity.of(note.entity(), note.entity().local(), said);
    new AnalystStatement(source, entity, note.id()).write(store, data);
    return find(note.id());
  }

  /**
   * Takes a note back.
   *
   * @param id with or without {@code source:}
   * @return what it was
   * @throws ClewException NOT_FOUND when there is no such note
   */
  public NoteView remove(String id) {
    NoteView note = find(id);
    EntityId source = EntityId.source(note.id());
    return data.changing(
        () -> {
          data.statements().remove(source);
          GraphWriter.of(store).unload(source);
          data.journal().record(store, "note --remove", "");
          return note;
        });
  }

  private NoteView find(String id) {
    return new Notes(store)
        .find(id)
        .orElseThrow(
            () ->
                new ClewException(
                    Reason.NOT_FOUND, "There is no note '" + id + "'; 'clew notes' lists them."));
  }
}
