package org.clew.api.source;

import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.source.SourceView;
import org.clew.cypher.source.Sources;
import org.jspecify.annotations.Nullable;

/** Lists sources, page by page. */
public final class SourceLists {
  private final Sources sources;

  /** The lists of a graph. */
  public SourceLists(GraphStore store) {
    this.sources = new Sources(store);
  }

  /** All sources, in the order of their ids. */
  public ListDocument<SourceView> list(@Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    return ListDocument.page(
        sources.list(Cursors.id(cursor), limit + 1), limit, last -> Cursors.of(last.id().value()));
  }
}
