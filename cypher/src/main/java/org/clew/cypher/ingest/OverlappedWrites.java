package org.clew.cypher.ingest;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongConsumer;

/**
 * Writes batches two at a time: while one is committed, another looks up what it names and is
 * carried out. Each raises the graph's version last, which lets one after the other be committed.
 * Two that touch the same entity wait for each other, as for any other writer; where they wait in a
 * circle or create the same one, the database ends one of them, which is then tried again.
 */
final class OverlappedWrites {
  private static final int AT_A_TIME = 2;

  private final LongConsumer committed;
  private final List<CompletableFuture<Integer>> running = new ArrayList<>();

  /**
   * Writing so.
   *
   * @param committed told how many rows a batch had when it is committed, on the calling thread
   */
  OverlappedWrites(LongConsumer committed) {
    this.committed = committed;
  }

  /** Rows, and what writes them in a transaction. */
  record Batch(int rows, Runnable write) {}

  /**
   * Writes all of them. After a failure, which is thrown, none is begun any more, and none is
   * running when this returns.
   */
  void run(List<Batch> batches) {
    ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, OverlappedWrites::thread);
    try {
      for (Batch batch : batches) {
        running.add(CompletableFuture.supplyAsync(() -> written(batch), threads));
        if (running.size() == AT_A_TIME) {
          awaitOne();
        }
      }
      while (!running.isEmpty()) {
        awaitOne();
      }
    } catch (RuntimeException | Error e) {
      for (CompletableFuture<Integer> batch : running) {
        batch.exceptionally(alsoFailed -> suppressed(e, alsoFailed)).join();
      }
      throw e;
    } finally {
      threads.shutdown();
    }
  }

  private static int suppressed(Throwable first, Throwable alsoFailed) {
    first.addSuppressed(alsoFailed);
    return 0;
  }

  private static int written(Batch batch) {
    batch.write().run();
    return batch.rows();
  }

  private void awaitOne() {
    CompletableFuture.anyOf(running.toArray(CompletableFuture[]::new))
        .handle((rows, failure) -> true)
        .join();
    for (Iterator<CompletableFuture<Integer>> each = running.iterator(); each.hasNext(); ) {
      CompletableFuture<Integer> batch = each.next();
      if (batch.isDone()) {
        each.remove();
        committed.accept(rows(batch));
      }
    }
  }

  private static int rows(CompletableFuture<Integer> batch) {
    try {
      return batch.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e;
    }
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "clew-graph-writer");
    thread.setDaemon(true);
    return thread;
  }
}
