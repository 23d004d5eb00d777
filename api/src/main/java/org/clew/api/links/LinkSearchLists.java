package org.clew.api.links;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.links.LinkSearch;
import org.clew.cypher.links.LinkSearches;
import org.clew.cypher.links.LinkSearches.Found;
import org.clew.cypher.links.LinkSearches.Place;
import org.clew.cypher.links.LinkView;
import org.clew.cypher.links.Links;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * The links of many entities, in the order of the entities' ids, then of type and link id; a link
 * that joins two of them once, under the first.
 */
public final class LinkSearchLists {
  private static final Pattern PLACE = Pattern.compile("(?s)([A-Z_]+):([^:]*):(.+)");

  private final LinkSearches searches;

  /** The searches in a graph. */
  public LinkSearchLists(GraphStore store) {
    this.searches = new LinkSearches(store);
  }

  /** How a search that was handed over link by link ended: after so many, and whether of more. */
  public record End(long count, @Nullable String next) {}

  /** A page of what is found. */
  public ListDocument<LinkView> list(LinkSearch search, @Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    List<LinkView> links = new ArrayList<>();
    End end = pass(search, cursor, limit, links::add);
    return new ListDocument<>(links, end.next(), null);
  }

  /** Hands over what is found, one by one, at most {@code limit}. */
  public End pass(
      LinkSearch search, @Nullable String cursor, long limit, Consumer<LinkView> consumer) {
    Passing passing = new Passing(limit, consumer);
    searches.visit(search, place(cursor), passing::take);
    return new End(passing.count, passing.next);
  }

  /** Refuses a cursor that no search gave out. */
  public static void requireCursor(@Nullable String cursor) {
    place(cursor);
  }

  private static @Nullable Place place(@Nullable String cursor) {
    String position = Cursors.position(cursor);
    if (position.isEmpty()) {
      return null;
    }
    Matcher parts = PLACE.matcher(position);
    if (!parts.matches()) {
      throw Cursors.unknown(String.valueOf(cursor), null);
    }
    LinkType type =
        LinkType.ofName(parts.group(1))
            .orElseThrow(() -> Cursors.unknown(String.valueOf(cursor), null));
    EntityId entity = Cursors.requireId(parts.group(3), String.valueOf(cursor));
    return new Place(entity, new Links.Position(type, parts.group(2)));
  }

  private static final class Passing {
    private final long limit;
    private final Consumer<LinkView> consumer;
    private long count;
    private @Nullable Found last;
    private @Nullable String next;

    Passing(long limit, Consumer<LinkView> consumer) {
      this.limit = limit;
      this.consumer = consumer;
    }

    boolean take(Found found) {
      Found before = last;
      if (count == limit && before != null) {
        LinkView link = before.link();
        next = Cursors.of(link.type() + ":" + link.id() + ":" + before.entity());
        return false;
      }
      consumer.accept(found.link());
      last = found;
      count++;
      return true;
    }
  }
}
