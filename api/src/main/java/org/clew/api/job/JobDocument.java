package org.clew.api.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A job at one moment.
 *
 * @param id 32 hex digits that nobody can guess
 * @param kind what it does, such as {@code detection}
 * @param state how far it is
 * @param progress the latest step; null before the first
 * @param created when it was asked for
 * @param started when it began; null while it waits
 * @param ended when it ended; null before
 * @param result the document that the command line would print; null unless done
 * @param failure why it failed, in one sentence; null unless it did
 */
public record JobDocument(
    String id,
    String kind,
    JobState state,
    @Nullable Progress progress,
    Instant created,
    @Nullable Instant started,
    @Nullable Instant ended,
    @Nullable Object result,
    @Nullable String failure) {

  /**
   * One step of a job.
   *
   * @param what what is being done
   * @param done how much of it
   * @param total of how much; 0 where nobody knows
   */
  public record Progress(String what, long done, long total) {}
}
