package org.clew.loader.observation;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Hands items to a consumer on a thread of its own, in their order, with some batches between. What
 * the consumer throws comes out of a later call. One thread may add.
 */
final class WriteBehind<T> implements AutoCloseable {
  private static final int BATCH = 512;
  private static final int BATCHES = 2;

  private final BlockingQueue<List<T>> batches = new ArrayBlockingQueue<>(BATCHES);
  private final Consumer<? super T> consumer;
  private final Runnable last;
  private final Thread thread;
  private List<T> batch = new ArrayList<>(BATCH);
  private boolean ended;
  private volatile @Nullable Throwable failure;

  /**
   * Begins.
   *
   * @param last run on that thread after the last item, unless something failed
   */
  WriteBehind(Consumer<? super T> consumer, Runnable last) {
    this.consumer = consumer;
    this.last = last;
    this.thread = new Thread(this::run, "clew-log-writer");
    thread.setDaemon(true);
    thread.start();
  }

  void add(T item) {
    batch.add(item);
    if (batch.size() == BATCH) {
      pass();
    }
  }

  /** Nothing more is added. */
  void end() {
    if (!ended) {
      ended = true;
      if (!batch.isEmpty()) {
        pass();
      }
      pass();
    }
  }

  /** Waits until the consumer has had everything. */
  void finish() {
    end();
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    throwIfFailed();
  }

  /** Stops the thread, whatever the consumer has not had yet. */
  @Override
  public void close() {
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Passes the batch on; an empty one is the last. */
  private void pass() {
    throwIfFailed();
    try {
      batches.put(batch);
      batch = new ArrayList<>(BATCH);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private void run() {
    try {
      for (List<T> next = batches.take(); !next.isEmpty(); next = batches.take()) {
        List<T> items = next;
        consume(() -> items.forEach(consumer));
      }
      consume(last);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** After a failure the rest is let go, so that whoever adds does not wait for ever. */
  private void consume(Runnable work) {
    if (failure == null) {
      try {
        work.run();
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }
  }

  private void throwIfFailed() {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  private static ClewException interrupted(InterruptedException cause) {
    Thread.currentThread().interrupt();
    return new ClewException(Reason.UNAVAILABLE, "Writing the log was interrupted.", cause);
  }
}
