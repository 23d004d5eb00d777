package org.clew.api.access;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.clew.api.Cursors;
import org.clew.api.ListDocument;
import org.clew.loader.access.KeyFile;
import org.jspecify.annotations.Nullable;

/** Pages of keys, in the order they were made. */
public final class KeyLists {
  private final KeyFile keys;

  /** Lists the keys of that file. */
  public KeyLists(KeyFile keys) {
    this.keys = keys;
  }

  /**
   * One page.
   *
   * @param cursor that of the page; null for the first
   * @param limit how many at most
   */
  public ListDocument<KeyDocument> list(@Nullable String cursor, int limit) {
    ListDocument.requireLimit(limit);
    Instant now = Instant.now();
    List<KeyDocument> all = keys.list().stream().map(key -> KeyDocument.of(key, now)).toList();
    String after = Cursors.position(cursor);
    int start =
        after.isEmpty()
            ? 0
            : IntStream.range(0, all.size())
                .filter(k -> all.get(k).id().equals(after))
                .map(k -> k + 1)
                .findFirst()
                .orElseThrow(() -> Cursors.unknown(String.valueOf(cursor), null));
    return ListDocument.page(all.subList(start, all.size()), limit, last -> Cursors.of(last.id()));
  }
}
