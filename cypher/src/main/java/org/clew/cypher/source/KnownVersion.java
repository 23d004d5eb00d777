package org.clew.cypher.source;

import java.util.OptionalLong;
import org.clew.cypher.database.GraphStore;
import org.jspecify.annotations.Nullable;

/**
 * The version of a graph for who asks for it all the time: the database is asked again only when
 * the graph was changed, or where that is not known. Safe for use by many threads.
 */
public final class KnownVersion {
  private final GraphStore store;
  private volatile @Nullable Known known;

  private record Known(long changes, long version) {}

  /** The version of a graph. */
  public KnownVersion(GraphStore store) {
    this.store = store;
  }

  /** The version now; 0 for a graph in which nothing was ever written. */
  public long now() {
    OptionalLong changes = store.changes();
    Known last = known;
    if (changes.isPresent() && last != null && last.changes == changes.getAsLong()) {
      return last.version;
    }
    long version = GraphVersion.of(store);
    changes.ifPresent(number -> known = new Known(number, version));
    return version;
  }
}
