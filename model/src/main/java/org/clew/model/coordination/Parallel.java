package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * Runs numbered tasks on some threads. Results come in the order of the tasks, so that the number
 * of threads changes nothing but the time.
 */
final class Parallel {
  private Parallel() {}

  /** A task's work, with the scratch memory of the thread it runs on. */
  interface Task<S, R> {
    R run(S scratch, int number);
  }

  static <S, R> List<R> run(int tasks, int threads, Supplier<S> scratch, Task<S, R> task) {
    List<Outcome<R>> outcomes = new ArrayList<>();
    AtomicInteger next = new AtomicInteger();
    if (threads <= 1) {
      outcomes.addAll(drain(tasks, next, scratch, task));
    } else {
      outcomes.addAll(onThreads(Math.min(threads, tasks), tasks, next, scratch, task));
    }
    outcomes.sort((a, b) -> Integer.compare(a.number(), b.number()));
    return outcomes.stream().map(Outcome::result).toList();
  }

  private record Outcome<R>(int number, R result) {}

  private static <S, R> List<Outcome<R>> onThreads(
      int threads, int tasks, AtomicInteger next, Supplier<S> scratch, Task<S, R> task) {
    ExecutorService pool = Executors.newFixedThreadPool(Math.max(1, threads));
    try {
      List<Future<List<Outcome<R>>>> running = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        running.add(pool.submit(() -> drain(tasks, next, scratch, task)));
      }
      List<Outcome<R>> outcomes = new ArrayList<>();
      for (Future<List<Outcome<R>>> part : running) {
        outcomes.addAll(part.get());
      }
      return outcomes;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClewException(Reason.LIMIT, "The detection was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof OutOfMemoryError) {
        throw new ClewException(
            Reason.LIMIT,
            "The detection keeps more edges than fit in memory; ask for a shorter window, a least"
                + " weight or fewer signals, or give it more with CLEW_JAVA_OPTIONS=-Xmx16g.",
            e.getCause());
      }
      throw new IllegalStateException("A thread of the detection failed.", e.getCause());
    } finally {
      pool.shutdownNow();
    }
  }

  private static <S, R> List<Outcome<R>> drain(
      int tasks, AtomicInteger next, Supplier<S> scratch, Task<S, R> task) {
    List<Outcome<R>> outcomes = new ArrayList<>();
    S own = scratch.get();
    for (int number = next.getAndIncrement(); number < tasks; number = next.getAndIncrement()) {
      if (Thread.currentThread().isInterrupted()) {
        throw new ClewException(Reason.LIMIT, "The detection was interrupted.");
      }
      outcomes.add(new Outcome<>(number, task.run(own, number)));
    }
    return outcomes;
  }
}
