package org.clew.api.http;

import java.io.ByteArrayOutputStream;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * Holds an answer until it is complete, so that one that fails half-way is never taken for a whole
 * one; refuses to grow beyond a size.
 */
final class BoundedBuffer extends ByteArrayOutputStream {
  private final int mostBytes;

  BoundedBuffer(int mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public synchronized void write(int b) {
    require(1);
    super.write(b);
  }

  @Override
  public synchronized void write(byte[] bytes, int offset, int length) {
    require(length);
    super.write(bytes, offset, length);
  }

  private void require(int length) {
    if (count + (long) length > mostBytes) {
      throw new ClewException(
          Reason.LIMIT,
          "The answer is larger than "
              + mostBytes / (1024 * 1024)
              + " MiB; ask for fewer hops or entities.");
    }
  }
}
