package org.clew.api.entity;

import java.util.List;
import java.util.Map;
import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityFilter;
import org.clew.cypher.entity.SearchPlace;
import org.clew.cypher.entity.SearchResult;
import org.clew.cypher.entity.SearchResult.Hit;
import org.jspecify.annotations.Nullable;

/** Lists and searches entities, page by page. */
public final class EntityLists {
  private static final String CUT =
      "The text matches more than %,d entities, and only the best of them are listed; give more words."
          .formatted(SearchResult.MOST_MATCHES);

  private final Entities entities;

  /** The lists of a graph. */
  public EntityLists(GraphStore store) {
    this.entities = new Entities(store);
  }

  /** Entities that pass a filter: best match first where it holds a text, else by id. */
  public ListDocument<EntityDocument> list(
      EntityFilter filter, @Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    if (filter.text() == null || filter.text().isBlank()) {
      List<EntityDocument> found = documents(filter, Cursors.id(cursor), limit);
      return ListDocument.page(found, limit, last -> Cursors.of(last.id().value()));
    }
    return search(filter, place(cursor), limit);
  }

  private ListDocument<EntityDocument> search(EntityFilter filter, SearchPlace after, int limit) {
    SearchResult result = entities.search(filter, after, limit + 1);
    ListDocument<Hit> page =
        ListDocument.page(result.hits(), limit, last -> Cursors.of(last.place().text()));
    return new ListDocument<>(
        page.items().stream().map(hit -> EntityDocument.of(hit.entity())).toList(),
        page.next(),
        result.cut() ? Map.of("reason", CUT) : null);
  }

  private List<EntityDocument> documents(EntityFilter filter, String after, int limit) {
    return entities.list(filter, after, limit + 1).stream().map(EntityDocument::of).toList();
  }

  private static SearchPlace place(@Nullable String cursor) {
    String position = Cursors.position(cursor);
    return position.isEmpty()
        ? SearchPlace.START
        : SearchPlace.parse(position)
            .orElseThrow(() -> Cursors.unknown(String.valueOf(cursor), null));
  }
}
