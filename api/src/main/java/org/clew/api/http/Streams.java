package org.clew.api.http;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/**
 * Sends answers while they are made, as fast as the client takes them. Each has a thread for as
 * long as it is sent; a client that takes nothing for too long, or goes away, loses it.
 */
@Singleton
final class Streams {
  private static final Logger LOG = LoggerFactory.getLogger(Streams.class);

  private final ExecutorService threads;
  private final Duration patience;
  private final Semaphore places = new Semaphore(Executors.STREAM_PLACES);

  Streams(
      @Named(Executors.STREAMS) ExecutorService threads,
      @Value("${clew.http.stream-patience:20s}") Duration patience,
      MeterRegistry measurements) {
    this.threads = threads;
    this.patience = patience;
    Gauge.builder("clew.http.streams", this, Streams::running)
        .description("Answers that are being sent piece by piece")
        .register(measurements);
  }

  /** Writes an answer from its first byte to its last. */
  @FunctionalInterface
  interface Work {
    void to(OutputStream out);
  }

  /**
   * The answer that some work writes. Where it fails half-way the connection is closed before its
   * end, so that nobody takes what was sent for the whole.
   *
   * @param what it is, for the log
   * @throws org.clew.model.ClewException LIMIT when too many are being sent
   */
  Flux<byte[]> of(String what, Work work) {
    if (places.availablePermits() == 0) {
      throw Executors.noPlace();
    }
    return Flux.create(sink -> start(what, work, sink));
  }

  private double running() {
    return Executors.STREAM_PLACES - places.availablePermits();
  }

  @SuppressWarnings("FutureReturnValueIgnored") // the sink learns how it ends
  private void start(String what, Work work, FluxSink<byte[]> sink) {
    if (!places.tryAcquire()) {
      sink.error(Executors.noPlace());
      return;
    }
    PieceStream pieces = new PieceStream(sink, patience);
    threads.execute(
        () -> {
          try {
            run(what, work, pieces);
          } finally {
            places.release();
          }
        });
  }

  private static void run(String what, Work work, PieceStream pieces) {
    try {
      work.to(pieces);
      pieces.end();
    } catch (PieceStream.GoneException e) {
      LOG.debug("{}: the client went away.", what);
    } catch (RuntimeException e) {
      LOG.warn("{}: given up: {}", what, e.getMessage());
      pieces.fail(e);
    }
  }
}
