package org.clew.api.entity;

import java.util.List;
import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityFilter;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** Lists and searches entities, page by page. */
public final class EntityLists {
  private final Entities entities;

  /** The lists of a graph. */
  public EntityLists(GraphStore store) {
    this.entities = new Entities(store);
  }

  /** Entities that pass a filter: by relevance where it holds a text, else by id. */
  public ListDocument<EntityDocument> list(
      EntityFilter filter, @Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    String position = Cursors.position(cursor);
    if (filter.text() == null || filter.text().isBlank()) {
      requireId(cursor, position);
      List<EntityDocument> found = documents(filter, position, limit);
      return ListDocument.page(found, limit, last -> Cursors.of(last.id().value()));
    }
    int skip = skip(cursor, position);
    List<EntityDocument> found =
        entities.search(filter, skip, limit + 1).stream().map(EntityDocument::of).toList();
    return ListDocument.page(found, limit, last -> Cursors.of(Integer.toString(skip + limit)));
  }

  private List<EntityDocument> documents(EntityFilter filter, String after, int limit) {
    return entities.list(filter, after, limit + 1).stream().map(EntityDocument::of).toList();
  }

  private static void requireId(@Nullable String cursor, String position) {
    try {
      if (!position.isEmpty()) {
        new EntityId(position).kind();
      }
    } catch (ClewException e) {
      throw Cursors.unknown(String.valueOf(cursor), e);
    }
  }

  private static int skip(@Nullable String cursor, String position) {
    try {
      return position.isEmpty() ? 0 : Integer.parseUnsignedInt(position);
    } catch (NumberFormatException e) {
      throw Cursors.unknown(String.valueOf(cursor), e);
    }
  }
}
