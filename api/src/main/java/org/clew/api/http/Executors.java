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
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * The threads that wait for the database. Questions that may take long have threads of their own,
 * so that they hold up no quick ones.
 */
@Factory
final class Executors {
  /** For what takes milliseconds. */
  static final String READS = "reads";

  /** For queries and traces. */
  static final String QUESTIONS = "questions";

  /** For answers that are sent while they are made, for as long as a client takes to read. */
  static final String STREAMS = "streams";

  /** How many answers may be sent piece by piece at a time. */
  static final int STREAM_PLACES = 8;

  /** How many reads may run or wait. */
  static final int READ_PLACES = 272;

  /** How many questions may run or wait. */
  static final int QUESTION_PLACES = 20;

  /** More at a time than this only wait for each other: a read is work for the processors. */
  private static final int READ_THREADS =
      3 * Math.max(2, Runtime.getRuntime().availableProcessors());

  private static final int QUESTION_THREADS = 4;
  private static final long KEEP_SECONDS = 60;

  @Singleton
  @Named(READS)
  @Bean(preDestroy = "shutdown")
  ExecutorService reads() {
    return pool(READS, READ_THREADS, READ_PLACES + QUESTION_PLACES);
  }

  @Singleton
  @Named(QUESTIONS)
  @Bean(preDestroy = "shutdown")
  ExecutorService questions() {
    return pool(QUESTIONS, QUESTION_THREADS, QUESTION_PLACES);
  }

  @Singleton
  @Named(STREAMS)
  @Bean(preDestroy = "shutdownNow")
  ExecutorService streams() {
    return pool(STREAMS, STREAM_PLACES, STREAM_PLACES);
  }

  /** What to say where every place is taken. */
  static ClewException noPlace() {
    return new ClewException(
        Reason.LIMIT, "Too many requests are waiting; try again in a few seconds.");
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
            },
            (task, full) -> {
              throw noPlace();
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }
}
