package org.clew.loader.observation;

import org.clew.model.observation.Names;
import org.clew.model.observation.ObservationColumns;
import org.clew.model.observation.ObservationKind;

/**
 * Reads columns of the log for detection. All reads of one scan share their codes, so an account
 * has one code among links, reshares and hashtags. Codes are given in the order of the log's rows;
 * equal logs give equal codes. Not for use by several threads.
 */
public sealed interface ObservationScan permits SegmentScan {
  /** A column that is read only if asked for. */
  enum Extra {
    /** The post of each row, as a code among {@link #keys}. */
    POSTS,
    /** The target of each row, as a code among {@link #entities}. */
    TARGETS
  }

  /**
   * The matching rows of one kind, in the order of loads and within a load of its rows.
   *
   * @throws org.clew.model.ClewException UNREADABLE if a segment is damaged or missing
   */
  ObservationColumns read(ObservationKind kind, Extra... extras);

  /** The ids of accounts and targets read so far. */
  Names entities();

  /** Artifacts and posts read so far: one code where a post is itself the artifact of another. */
  Names keys();
}
