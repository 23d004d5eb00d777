package org.clew.loader.ingest;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** Lets a load stop while it does something that cannot be asked to stop. */
final class StoppableWork {
  private static final long POLL_MILLIS = 50;
  private static final long FAREWELL_MILLIS = 1_000;

  private StoppableWork() {}

  /**
   * Does work on a thread of its own. When the load shall stop, the work is interrupted and, where
   * that does not end it, left behind: it must be such that it may be cut off anywhere.
   *
   * @throws ClewException UNAVAILABLE when the listener asked to stop; whatever the work throws
   */
  static <T> T run(LoadListener listener, Callable<T> work) {
    FutureTask<T> task = new FutureTask<>(work);
    Thread worker = new Thread(task, "clew-load-work");
    worker.setDaemon(true);
    worker.start();
    try {
      while (true) {
        try {
          return task.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
          if (listener.isStopRequested()) {
            worker.interrupt();
            worker.join(FAREWELL_MILLIS);
            throw stopped();
          }
        }
      }
    } catch (InterruptedException e) {
      worker.interrupt();
      Thread.currentThread().interrupt();
      throw stopped();
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  /** How a load that was asked to stop ends. */
  static void stopIfAsked(LoadListener listener) {
    if (listener.isStopRequested()) {
      throw stopped();
    }
  }

  /**
   * Lets a moment pass.
   *
   * @throws ClewException UNAVAILABLE when the listener asked to stop
   */
  static void pause(LoadListener listener) {
    stopIfAsked(listener);
    try {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw stopped();
    }
  }

  private static ClewException stopped() {
    return new ClewException(
        Reason.UNAVAILABLE, "The load was stopped; run it again and it is completed.");
  }

  private static RuntimeException failure(ExecutionException failure) {
    Throwable cause = failure.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known
        ? known
        : new ClewException(Reason.UNAVAILABLE, "The load failed: " + cause, failure);
  }
}
