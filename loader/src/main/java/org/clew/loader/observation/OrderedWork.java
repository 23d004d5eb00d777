package org.clew.loader.observation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** Does the first half of some work side by side and the second half in order. */
final class OrderedWork {
  private static final int THREADS = 2;

  /** How many results may wait, which bounds the memory they take. */
  private static final int AHEAD = 3;

  private OrderedWork() {}

  static <I, O> void run(List<I> items, Function<I, O> parallel, Consumer<O> inOrder) {
    ExecutorService workers =
        Executors.newFixedThreadPool(
            Math.min(THREADS, Math.max(1, items.size())), OrderedWork::daemon);
    try {
      Deque<Future<O>> running = new ArrayDeque<>();
      for (I item : items) {
        running.add(workers.submit(() -> parallel.apply(item)));
        if (running.size() >= AHEAD) {
          inOrder.accept(result(running.remove()));
        }
      }
      while (!running.isEmpty()) {
        inOrder.accept(result(running.remove()));
      }
    } finally {
      workers.shutdownNow();
    }
  }

  private static <O> O result(Future<O> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ClewException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClewException(Reason.UNAVAILABLE, "Reading the log was interrupted.", e);
    }
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "observation-scan");
    thread.setDaemon(true);
    return thread;
  }
}
