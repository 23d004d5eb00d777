package org.clew.cypher.ingest;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.clew.cypher.database.GraphStore;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityKind;
import org.clew.model.ingest.StatedEntity;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;

/**
 * Writes batches, each in one transaction that raises the graph's version last. What a batch states
 * again is updated. Safe for use by many threads.
 */
interface BatchWriter {
  /** The writer of a graph: past Cypher where its database runs in this process. */
  static BatchWriter of(GraphStore store) {
    return store
        .local()
        .<BatchWriter>map(LocalBatchWriter::new)
        .orElseGet(() -> new CypherBatchWriter(store));
  }

  /**
   * Writes descriptions of entities of one kind and derives what the entities show.
   *
   * @throws ClewException UNREADABLE when a source is not in the graph
   */
  void entities(EntityKind kind, List<StatedEntity> batch);

  /**
   * Writes links of one type; those from one entity are next to each other.
   *
   * @param measures what was measured of a link
   * @throws ClewException UNREADABLE when an end is not in the graph
   */
  void links(LinkType type, List<Link> batch, Function<Link, Map<String, Object>> measures);

  /** What names something that is not there would otherwise vanish without a word. */
  static void requireAll(long written, int rows) {
    if (written != rows) {
      throw new ClewException(
          Reason.UNREADABLE,
          "Only "
              + written
              + " of "
              + rows
              + " rows could be written: some name a source or an entity that is not in the graph.");
    }
  }
}
