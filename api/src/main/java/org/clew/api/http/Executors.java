package org.clew.api.http;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads that wait for the database. What finds both threads and queue taken is refused, so
 * that a flood costs no memory; questions that may take long have threads of their own, so that
 * they hold up no quick ones.
 */
@Factory
final class Executors {
  /** For what takes milliseconds. */
  static final String READS = "reads";

  /** For queries and traces. */
  static final String QUESTIONS = "questions";

  private static final int READ_THREADS = 16;
  private static final int READ_QUEUE = 256;
  private static final int QUESTION_THREADS = 4;
  private static final int QUESTION_QUEUE = 16;
  private static final long KEEP_SECONDS = 60;

  @Singleton
  @Named(READS)
  @Bean(preDestroy = "shutdownNow")
  ExecutorService reads() {
    return pool(READS, READ_THREADS, READ_QUEUE);
  }

  @Singleton
  @Named(QUESTIONS)
  @Bean(preDestroy = "shutdownNow")
  ExecutorService questions() {
    return pool(QUESTIONS, QUESTION_THREADS, QUESTION_QUEUE);
  }

  private static ExecutorService pool(String name, int threads, int queue) {
    AtomicInteger number = new AtomicInteger();
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            threads,
            threads,
            KEEP_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(queue),
            task -> {
              Thread thread = new Thread(task, "http-" + name + "-" + number.incrementAndGet());
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
