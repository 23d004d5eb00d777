package org.clew.api.links;

import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.LinkFilter;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.links.Links;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/** Lists links, page by page. */
public final class LinkLists {
  private final Links links;

  /** The lists of a graph. */
  public LinkLists(GraphStore store) {
    this.links = new Links(store);
  }

  /** Links that pass a filter, in the order of type and link id. */
  public ListDocument<LinkView> list(LinkFilter filter, @Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    return ListDocument.page(
        links.list(filter, position(cursor), limit + 1),
        limit,
        last -> Cursors.of(last.type().name() + ":" + last.id()));
  }

  private static Links.Position position(@Nullable String cursor) {
    String text = Cursors.position(cursor);
    if (text.isEmpty()) {
      return Links.Position.start();
    }
    int colon = text.indexOf(':');
    return LinkType.ofName(text.substring(0, Math.max(colon, 0)))
        .map(type -> new Links.Position(type, text.substring(colon + 1)))
        .orElseThrow(() -> Cursors.unknown(String.valueOf(cursor), null));
  }
}
