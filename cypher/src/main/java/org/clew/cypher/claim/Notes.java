package org.clew.cypher.claim;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.Attribute;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads what analysts wrote: each note is what a source of its own states of an entity. */
public final class Notes {
  /** Format of the source that stands for a note. */
  public static final String FORMAT = "note";

  private static final String COLUMNS =
      """
      RETURN s.id AS source, e.id AS entity, e.name AS name, properties(r) AS said,
             s.publisher AS by, s.date AS date, s.tlp AS tlp
      """;

  private static final String LIST =
      """
      MATCH (s:Source {format: 'note'}) WHERE s.id > $after
      MATCH (e:Entity)-[r:STATED_IN]->(s)
      """
          + COLUMNS
          + "ORDER BY s.id LIMIT $limit";

  private static final String FIND =
      "MATCH (e:Entity)-[r:STATED_IN]->(s:Source {id: $source, format: 'note'})\n" + COLUMNS;

  private static final String OF_ENTITY =
      """
      MATCH (e:Entity {id: $entity})-[r:STATED_IN]->(s:Source {format: 'note'})
      WHERE s.id > $after AND ($link = '' OR r.about = $link)
      """
          + COLUMNS
          + "ORDER BY s.id LIMIT $limit";

  private final GraphStore store;

  /** The notes of a graph. */
  public Notes(GraphStore store) {
    this.store = store;
  }

  /** Notes after an id, in the order of the ids. */
  public List<NoteView> list(String after, int limit) {
    return store.read(LIST, Map.of("after", source(after), "limit", limit), Notes::view);
  }

  /** Notes about an entity and the links that start at it, after an id, in the order of the ids. */
  public List<NoteView> of(EntityId entity, String after, int limit) {
    return of(entity, "", after, limit);
  }

  /**
   * Notes about a link.
   *
   * @param from where it starts
   */
  public List<NoteView> ofLink(EntityId from, String link, String after, int limit) {
    return of(from, link, after, limit);
  }

  /** The note of that id, with or without {@code source:}, if there is one. */
  public Optional<NoteView> find(String id) {
    String source = id.startsWith("source:") ? id : source(id);
    return store.read(FIND, Map.of("source", source), Notes::view).stream().findFirst();
  }

  private List<NoteView> of(EntityId entity, String link, String after, int limit) {
    return store.read(
        OF_ENTITY,
        Map.of("entity", entity.value(), "link", link, "after", source(after), "limit", limit),
        Notes::view);
  }

  private static String source(String id) {
    return id.isEmpty() ? "" : "source:" + id;
  }

  private static NoteView view(Record row) {
    Value said = row.get("said");
    EntityId entity = new EntityId(row.get("entity").asString());
    return new NoteView(
        new EntityId(row.get("source").asString()).local(),
        entity,
        row.get("name").asString(entity.local()),
        text(said.get(Attribute.ABOUT.key())),
        said.get(Attribute.REMARK.key()).asString(""),
        text(said.get(Attribute.ASSESSMENT.key())),
        text(row.get("by")),
        text(row.get("date")),
        text(row.get("tlp")));
  }

  private static @Nullable String text(Value value) {
    return value.isNull() ? null : value.asString();
  }
}
