package org.clew.cypher.ingest;

import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;

/**
 * Writes facts by key, so that writing the same facts again changes nothing, and takes back what
 * one source said. One writer at a time.
 */
public interface GraphWriter {
  /**
   * Told after each committed transaction: how many of how many facts are written. After a failure
   * one more may be committed of which nothing is told.
   */
  @FunctionalInterface
  interface Progress {
    /** Nothing is told. */
    Progress NONE = (written, total) -> {};

    /** Called on the thread that called {@code write}. */
    void committed(long written, long total);
  }

  /** The writer of a graph. */
  static GraphWriter of(GraphStore store) {
    return new MergeGraphWriter(store, BatchWriter.of(store));
  }

  /** Whether a load of that key has been completed and not been taken back since. */
  boolean isComplete(String loadKey);

  /**
   * Writes all facts in transactions of some thousand rows, then marks the load complete. An
   * interrupted write is completed by writing the same facts again.
   *
   * @param loadKey what identifies the load: digest of the file and its options
   * @param beforeCompletion what else belongs to the load, run before it is marked complete; it
   *     must be idempotent too
   */
  void write(Facts facts, String loadKey, Progress progress, Runnable beforeCompletion);

  /** The same where nothing else belongs to the load. */
  default void write(Facts facts, String loadKey, Progress progress) {
    write(facts, loadKey, progress, () -> {});
  }

  /**
   * Takes back all that one source said, and nothing else: its links, its descriptions, the
   * entities that no other source describes, and the source itself.
   *
   * @return how much went: {@code links}, {@code statements}, {@code entities}
   * @throws org.clew.model.ClewException when there is no such source
   */
  Map<String, Long> unload(EntityId source);

  /**
   * Removes an entity with all that is said of it and all links at whose end it stands.
   *
   * @return whether it was there
   */
  boolean erase(EntityId entity);

  /** Empties the graph, but for its versions and what is not Clew's. */
  void clear();
}
