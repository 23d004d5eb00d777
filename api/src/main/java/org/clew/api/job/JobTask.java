package org.clew.api.job;

/** What a job does. */
@FunctionalInterface
public interface JobTask {
  /**
   * Does the work.
   *
   * @return the document that is its result
   * @throws org.clew.model.ClewException when it cannot be done
   */
  Object run(JobProgress progress);

  /** Gives back what it holds; called in place of the work when the job was cancelled before. */
  default void discard() {}
}
