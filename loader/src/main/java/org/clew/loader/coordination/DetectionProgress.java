package org.clew.loader.coordination;

/** Told how far a detection is. Called in turn, from several threads. */
@FunctionalInterface
public interface DetectionProgress {
  /** Nobody listens. */
  DetectionProgress NONE = (what, done, total) -> {};

  /** So many steps of so many are done of what is being done, such as {@code url: testing}. */
  void report(String what, int done, int total);
}
