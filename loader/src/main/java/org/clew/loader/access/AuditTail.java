package org.clew.loader.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How a log ends.
 *
 * @param whole bytes up to the end of the last whole line
 * @param torn bytes after it: the rest of a line whose writer died
 * @param last the last whole line; empty for an empty log or a line that is damaged
 */
record AuditTail(long whole, long torn, Optional<AuditLine> last) {
  /** A line is shorter: path and text are cut, and a character takes six bytes at most. */
  private static final int MOST_LINE_BYTES = 64 * 1024;

  static AuditTail of(FileChannel channel) throws IOException {
    long size = channel.size();
    byte[] end = end(channel, size);
    int whole = end.length;
    while (whole > 0 && end[whole - 1] != '\n') {
      whole--;
    }
    int start = Math.max(0, whole - 1);
    while (start > 0 && end[start - 1] != '\n') {
      start--;
    }
    int length = Math.max(0, whole - 1 - start);
    String line = new String(end, start, length, StandardCharsets.UTF_8);
    int torn = end.length - whole;
    return new AuditTail(size - torn, torn, AuditLine.read(line));
  }

  private static byte[] end(FileChannel channel, long size) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(size, 2L * MOST_LINE_BYTES));
    long from = size - buffer.capacity();
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("The audit log shrinks while it is read.");
      }
    }
    return buffer.array();
  }
}
