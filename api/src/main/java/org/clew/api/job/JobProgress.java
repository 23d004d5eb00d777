package org.clew.api.job;

/** Told how far a job is. Safe for use by many threads. */
public interface JobProgress {
  /**
   * So much of so much is done.
   *
   * @param total 0 where nobody knows
   * @throws java.util.concurrent.CancellationException when the job is to stop
   */
  void report(String what, long done, long total);

  /** Whether the job is to stop. */
  boolean isCancelled();
}
