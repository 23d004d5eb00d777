package org.clew.api;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list, the same over command line and HTTP.
 *
 * @param items what is on this page
 * @param next cursor of the next page; null on the last one
 * @param truncated {@code {"reason": …}} when something was left out for good; null otherwise
 */
public record ListDocument<T>(
    List<T> items, @Nullable String next, @Nullable Map<String, String> truncated) {
  /** Items on a page where nobody asks for another number. */
  public static final int DEFAULT_LIMIT = 100;

  /** More items than these are on no page. */
  public static final int MAX_LIMIT = 1_000;

  public ListDocument {
    items = List.copyOf(items);
  }

  /**
   * The page that the first items of a list make.
   *
   * @param fetched the items and, if there are more, at least one beyond them
   * @param limit how many go on the page
   * @param cursor what the next page starts after, given the last item of this one
   */
  public static <T> ListDocument<T> page(List<T> fetched, int limit, Function<T, String> cursor) {
    if (fetched.size() <= limit) {
      return new ListDocument<>(fetched, null, null);
    }
    List<T> items = fetched.subList(0, limit);
    return new ListDocument<>(items, cursor.apply(items.get(limit - 1)), null);
  }

  /** The limit itself where it is allowed. */
  public static int requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new ClewException(
          Reason.USAGE, "The limit is " + limit + "; it must be from 1 to " + MAX_LIMIT + ".");
    }
    return limit;
  }
}
