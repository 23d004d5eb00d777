package org.clew.api.http;

import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import reactor.core.publisher.FluxSink;

/**
 * Hands what is written to a subscriber in pieces, and waits where the subscriber wants none yet.
 */
final class PieceStream extends OutputStream {
  private static final int PIECE = 64 * 1024;

  private final FluxSink<byte[]> sink;
  private final Duration patience;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final byte[] piece = new byte[PIECE];
  private int length;
  private boolean gone;

  /** The subscriber wants no more. */
  static final class GoneException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GoneException() {
      super("The client went away.", null, false, false);
    }
  }

  PieceStream(FluxSink<byte[]> sink, Duration patience) {
    this.sink = sink;
    this.patience = patience;
    sink.onRequest(count -> signal(false));
    sink.onDispose(() -> signal(true));
  }

  @Override
  public void write(int b) {
    if (length == PIECE) {
      send();
    }
    piece[length] = (byte) b;
    length++;
  }

  @Override
  public void write(byte[] bytes, int offset, int count) {
    int from = offset;
    int left = count;
    while (left > 0) {
      if (length == PIECE) {
        send();
      }
      int part = Math.min(left, PIECE - length);
      System.arraycopy(bytes, from, piece, length, part);
      length += part;
      from += part;
      left -= part;
    }
  }

  /** Sends what is left, and completes. */
  void end() {
    if (length > 0) {
      send();
    }
    sink.complete();
  }

  /** Ends without completing. */
  void fail(RuntimeException failure) {
    sink.error(failure);
  }

  private void send() {
    awaitDemand();
    sink.next(Arrays.copyOf(piece, length));
    length = 0;
  }

  private void awaitDemand() {
    lock.lock();
    try {
      long left = patience.toNanos();
      while (!gone && sink.requestedFromDownstream() == 0) {
        if (left <= 0) {
          throw new ClewException(
              Reason.LIMIT, "the client took nothing for " + patience.toSeconds() + " seconds.");
        }
        left = changed.awaitNanos(left);
      }
      if (gone) {
        throw new GoneException();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new GoneException();
    } finally {
      lock.unlock();
    }
  }

  private void signal(boolean end) {
    lock.lock();
    try {
      gone |= end;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
