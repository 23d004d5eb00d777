package org.clew.model.coordination;

/** Told how far long work is. */
@FunctionalInterface
public interface Progress {
  /** Nobody listens. */
  Progress NONE = (done, total) -> {};

  /** So many steps of so many are done; called in turn, with {@code done} rising. */
  void report(int done, int total);
}
