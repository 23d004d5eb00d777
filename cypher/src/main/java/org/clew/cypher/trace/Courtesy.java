package org.clew.cypher.trace;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Lets work in the background stand still while somebody waits for an answer, but not for ever. */
final class Courtesy {
  private static final long PAUSE = TimeUnit.MILLISECONDS.toNanos(5);
  private static final long BUSY = TimeUnit.MILLISECONDS.toNanos(250);

  private final long most;
  private volatile long busyUntil = System.nanoTime();
  private long waited;

  /**
   * Courtesy at the beginning of the work.
   *
   * @param mostSeconds for how long the work stands still at most, all in all
   */
  Courtesy(int mostSeconds) {
    this.most = TimeUnit.SECONDS.toNanos(mostSeconds);
  }

  /** Notes that somebody waits for an answer just now. */
  void ask() {
    busyUntil = System.nanoTime() + BUSY;
  }

  /** Waits while somebody does. Called by the one thread that works. */
  void giveWay() {
    long start = System.nanoTime();
    long now = start;
    while (busyUntil - now > 0
        && waited + now - start < most
        && !Thread.currentThread().isInterrupted()) {
      LockSupport.parkNanos(PAUSE);
      now = System.nanoTime();
    }
    waited += now - start;
  }

  /** For how long the work has stood still. */
  long waitedNanos() {
    return waited;
  }
}
