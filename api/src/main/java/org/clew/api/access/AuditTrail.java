package org.clew.api.access;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.clew.loader.access.AuditEvent;
import org.clew.loader.access.AuditLog;
import org.clew.loader.ingest.DataFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes what a server was asked to the audit log, in batches, so that requests never wait for the
 * disk: a line is on it within about a quarter of a second. When the disk is full or the queue is,
 * events are counted, and one line tells how many are missing as soon as there is room.
 */
@Singleton
public final class AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);
  private static final int MOST_WAITING = 4_096;
  private static final long PACE_MILLIS = 200;
  private static final long STOP_SECONDS = 5;

  private final AuditLog log;
  private final Clock clock = Clock.systemUTC();
  private final BlockingQueue<AuditEvent> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
  private final AtomicLong missed = new AtomicLong();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "audit");
            thread.setDaemon(true);
            return thread;
          });
  private boolean failing;

  AuditTrail(DataFolder data) {
    this.log = data.audit();
    var unused =
        writer.scheduleWithFixedDelay(this::write, PACE_MILLIS, PACE_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Notes an event; never waits. */
  public void note(AuditEvent event) {
    if (!waiting.offer(event)) {
      missed.incrementAndGet();
    }
  }

  /** Counts an event of which no line is written. */
  public void skip() {
    missed.incrementAndGet();
  }

  private synchronized void write() {
    List<AuditEvent> batch = new ArrayList<>();
    waiting.drainTo(batch);
    int events = batch.size();
    long lost = missed.getAndSet(0);
    if (lost > 0) {
      batch.add(0, AuditEvent.missed(clock.instant(), lost));
    }
    if (batch.isEmpty()) {
      return;
    }
    try {
      log.append(batch);
      failing = false;
    } catch (RuntimeException e) {
      missed.addAndGet(events + lost);
      if (!failing) {
        LOG.warn("{} Requests are answered all the same.", e.getMessage(), e);
      }
      failing = true;
    }
  }

  @PreDestroy
  void stop() {
    writer.shutdown();
    try {
      writer.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    write();
  }
}
