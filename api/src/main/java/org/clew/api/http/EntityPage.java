package org.clew.api.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.clew.api.entity.EntityDocument;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.entity.Statement;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.jspecify.annotations.Nullable;

/**
 * One entity with what each source says of it.
 *
 * @param id its id
 * @param kind label of its kind
 * @param name what a reader should see
 * @param attributes everything else that is known, by attribute name
 * @param statements what each source says, in the order of the sources' ids; at most 100
 * @param notes what analysts wrote of it and of links that start at it; at most 100
 * @param truncated {@code {"reason": …}} when there are more statements or notes; null otherwise
 */
record EntityPage(
    EntityId id,
    EntityKind kind,
    String name,
    SortedMap<String, Object> attributes,
    List<Statement> statements,
    List<NoteView> notes,
    @Nullable Map<String, String> truncated) {
  /** So many statements, and so many notes, are shown. */
  static final int MAX_STATEMENTS = 100;

  /**
   * The page of an entity.
   *
   * @param statements those to show and, if there are more, at least one beyond them
   * @param notes likewise
   */
  static EntityPage of(EntityDocument entity, List<Statement> statements, List<NoteView> notes) {
    List<String> cut = new ArrayList<>();
    return new EntityPage(
        entity.id(),
        entity.kind(),
        entity.name(),
        entity.attributes(),
        first(statements, "statements", cut),
        first(notes, "notes", cut),
        cut.isEmpty() ? null : Map.of("reason", String.join(" ", cut)));
  }

  private static <T> List<T> first(List<T> found, String what, List<String> cut) {
    if (found.size() <= MAX_STATEMENTS) {
      return found;
    }
    cut.add("There are more %s than the first %,d.".formatted(what, MAX_STATEMENTS));
    return found.subList(0, MAX_STATEMENTS);
  }
}
