package org.clew.api.http;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.clew.cypher.links.Direction;
import org.clew.cypher.links.LinkSearch;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/**
 * Links of many entities as they are asked for over HTTP.
 *
 * @param from ids of entities; null or empty for any
 * @param to ids of entities at the other end; null or empty for any
 * @param types types; null or empty for any
 * @param direction out for links from {@code from} to {@code to}, in for those the other way, both
 * @param since drops links that ended before
 * @param until drops links that began after
 * @param minCount drops links observed less often
 * @param limit how many at most; null for all, or for the size of a page
 * @param cursor where an earlier answer ended
 * @param fields the fields of a link that are wanted; null for all
 */
record LinkSearchRequest(
    @Nullable List<String> from,
    @Nullable List<String> to,
    @Nullable List<String> types,
    @Nullable String direction,
    @Nullable String since,
    @Nullable String until,
    @Nullable Integer minCount,
    @Nullable Integer limit,
    @Nullable String cursor,
    @Nullable List<String> fields) {
  /** More ids than these are not taken on either side. */
  static final int MOST = 1_000;

  /** What is to be found. */
  LinkSearch search() {
    Set<EntityId> start = ids("from", from);
    Set<EntityId> end = ids("to", to);
    if (start.isEmpty() && end.isEmpty()) {
      throw wrong("Give ids in 'from', in 'to', or in both.");
    }
    if (minCount != null && minCount < 0) {
      throw wrong("'minCount' is " + minCount + "; it must be at least 0.");
    }
    Direction wanted = wanted();
    boolean reversed = start.isEmpty();
    return LinkSearch.of(
        reversed ? end : start,
        reversed ? start : end,
        reversed ? opposite(wanted) : wanted,
        linkTypes(),
        date(since),
        date(until),
        minCount == null ? 0 : minCount);
  }

  /** The limit, or another number where none is asked for. */
  int limitOr(int otherwise, int most) {
    if (limit == null) {
      return otherwise;
    }
    if (limit < 1 || limit > most) {
      throw wrong("'limit' is " + limit + "; it must be from 1 to " + most + ".");
    }
    return limit;
  }

  private Direction wanted() {
    return direction == null
        ? Direction.OUT
        : Arrays.stream(Direction.values())
            .filter(way -> way.name().equalsIgnoreCase(direction.strip()))
            .findFirst()
            .orElseThrow(
                () -> wrong("'" + direction + "' is not a direction; write out, in or both."));
  }

  private static Direction opposite(Direction direction) {
    return switch (direction) {
      case OUT -> Direction.IN;
      case IN -> Direction.OUT;
      case BOTH -> Direction.BOTH;
    };
  }

  private Set<LinkType> linkTypes() {
    Set<LinkType> wanted = new LinkedHashSet<>();
    if (types != null) {
      types.forEach(name -> wanted.add(QueryParameters.type(name)));
    }
    return wanted;
  }

  private static Set<EntityId> ids(String field, @Nullable List<String> texts) {
    Set<EntityId> ids = new LinkedHashSet<>();
    if (texts != null) {
      if (texts.size() > MOST) {
        throw wrong("'%s' holds %,d ids; at most %,d go.".formatted(field, texts.size(), MOST));
      }
      texts.forEach(text -> ids.add(new EntityId(text)));
    }
    return ids;
  }

  private static @Nullable PartialDate date(@Nullable String text) {
    return text == null || text.isBlank() ? null : new PartialDate(text.strip());
  }

  private static ClewException wrong(String sentence) {
    return new ClewException(Reason.USAGE, sentence);
  }
}
