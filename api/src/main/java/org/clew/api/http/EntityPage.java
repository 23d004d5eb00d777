package org.clew.api.http;

import java.util.List;
import java.util.SortedMap;
import org.clew.api.entity.EntityDocument;
import org.clew.cypher.claim.NoteView;
import org.clew.cypher.entity.Statement;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;

/**
 * One entity with what each source says of it.
 *
 * @param id its id
 * @param kind label of its kind
 * @param name what a reader should see
 * @param attributes everything else that is known, by attribute name
 * @param statements what each source says, in the order of the sources' ids; at most 100
 * @param notes what analysts wrote of it and of links that start at it; at most 100
 */
record EntityPage(
    EntityId id,
    EntityKind kind,
    String name,
    SortedMap<String, Object> attributes,
    List<Statement> statements,
    List<NoteView> notes) {
  static final int MAX_STATEMENTS = 100;

  static EntityPage of(EntityDocument entity, List<Statement> statements, List<NoteView> notes) {
    return new EntityPage(
        entity.id(), entity.kind(), entity.name(), entity.attributes(), statements, notes);
  }
}
