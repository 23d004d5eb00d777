package org.clew.loader.observation;

import org.clew.model.observation.Observation;
import org.clew.model.observation.Post;

/**
 * Writes one load. Nothing is in the log before {@link #commit}; closing without it leaves no
 * trace. For one thread.
 */
public sealed interface LoadWriter extends AutoCloseable permits SegmentLoadWriter {
  /** Adds a post, unless its account was erased. */
  void add(Post post);

  /** Adds an observation, unless its account or the account it mentions was erased. */
  void add(Observation observation);

  /** Nothing more is added; what is left is written while the caller goes on. */
  void end();

  /** Brings the segment to the disk and then into the catalogue. */
  Load commit();

  @Override
  void close();
}
