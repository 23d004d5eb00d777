package org.clew.loader.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Takes items from an iterator on a thread of its own, some batches ahead of whoever uses them. A
 * failure of the iterator comes out at the place where it happened. Closing stops the thread.
 */
final class ReadAhead<T> implements Iterator<T>, AutoCloseable {
  private static final int BATCH = 256;
  private static final int BATCHES = 2;

  private record Batch<T>(List<T> items, @Nullable Throwable failure, boolean last) {}

  private final BlockingQueue<Batch<T>> batches = new ArrayBlockingQueue<>(BATCHES);
  private final Thread thread;
  private final Consumer<List<T>> preparation;
  private Iterator<T> current = List.<T>of().iterator();
  private @Nullable Throwable failure;
  private boolean ended;

  /**
   * Begins to read.
   *
   * @param name of the thread
   * @param source gives the iterator; called on the reading thread, as is the iterator
   */
  ReadAhead(String name, Supplier<Iterator<T>> source) {
    this(name, source, batch -> {});
  }

  /**
   * Begins to read.
   *
   * @param preparation told of each batch by the thread that uses it, before its first item
   */
  ReadAhead(String name, Supplier<Iterator<T>> source, Consumer<List<T>> preparation) {
    this.preparation = preparation;
    thread = new Thread(() -> read(source), name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && !ended) {
      throwIfFailed();
      Batch<T> batch = next(batches);
      preparation.accept(batch.items());
      current = batch.items().iterator();
      failure = batch.failure();
      ended = batch.last() && failure == null;
    }
    return current.hasNext();
  }

  private void throwIfFailed() {
    if (failure instanceof RuntimeException exception) {
      throw exception;
    }
    if (failure instanceof Error error) {
      throw error;
    }
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }

  @Override
  public void close() {
    ended = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read(Supplier<Iterator<T>> source) {
    List<T> items = new ArrayList<>(BATCH);
    @Nullable Throwable thrown = null;
    try {
      try {
        Iterator<T> iterator = source.get();
        while (iterator.hasNext()) {
          items.add(iterator.next());
          if (items.size() == BATCH) {
            batches.put(new Batch<>(items, null, false));
            items = new ArrayList<>(BATCH);
          }
        }
      } catch (RuntimeException | Error e) {
        thrown = e;
      }
      batches.put(new Batch<>(items, thrown, true));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> Batch<T> next(BlockingQueue<Batch<T>> batches) {
    try {
      return batches.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ClewException(Reason.UNAVAILABLE, "Reading was interrupted.", e);
    }
  }
}
