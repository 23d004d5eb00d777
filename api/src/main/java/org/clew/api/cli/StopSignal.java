package org.clew.api.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Notes that the process is asked to end (SIGINT, SIGTERM). While a command heeds it, the end is
 * held back until that command came to a point where nothing is lost and has said how it ended.
 */
final class StopSignal {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch requested = new CountDownLatch(1);
  private final CountDownLatch finished = new CountDownLatch(1);
  private volatile boolean heeded;

  /** The signal of this process; made once, by its main method. */
  static StopSignal ofProcess() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::holdEndBack, "clew-stop"));
    return signal;
  }

  /** From now on the end waits for the command. */
  void heed() {
    heeded = true;
  }

  /** From now on the end waits for nobody, unless it was requested before. */
  void ignore() {
    heeded = false;
  }

  /** As a signal does, but nothing ends. */
  void request() {
    requested.countDown();
  }

  boolean isRequested() {
    return requested.getCount() == 0;
  }

  void awaitRequest() throws InterruptedException {
    requested.await();
  }

  /** The command is done; for the main method, which must not wait for the end it waits for. */
  void finish() {
    finished.countDown();
  }

  private void holdEndBack() {
    boolean wait = heeded;
    request();
    try {
      if (wait && !finished.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("clew: stopped in the middle; what was committed is kept.");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
