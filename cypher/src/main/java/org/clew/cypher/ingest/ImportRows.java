package org.clew.cypher.ingest;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.clew.model.ClewException;

/**
 * The nodes and relationships that an importer writes. The iterators are read once and belong to
 * one thread at a time; what they give is made when it is asked for, by any thread, since that is
 * most of the work.
 */
interface ImportRows {
  /**
   * All nodes, numbered from 0. The schema version lets all migrations run.
   *
   * @throws ClewException UNREADABLE, on the way, when an entity is described twice or by a source
   *     that is not there
   */
  Iterator<Supplier<ImportNode>> nodes();

  /**
   * All relationships; asked for when all nodes were taken.
   *
   * @throws ClewException UNREADABLE, when one is made, if a link names what nobody describes
   */
  Iterator<Supplier<ImportRelationship>> relationships();

  /** What an iterator gives, in its order. */
  static <T> Stream<T> stream(Iterator<T> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
  }
}
