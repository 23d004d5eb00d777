package org.clew.loader.ingest;

import java.io.IOException;
import java.io.Reader;

/**
 * Gives every line break as one line feed: also CR LF, a lone CR, and the CR CR LF that programs
 * write on Windows, so that line numbers are those an editor shows.
 */
final class LineReader extends Reader {
  private final Reader in;
  private final char[] buffer = new char[1 << 13];
  private int position;
  private int end;
  private final int[] unread = new int[2];
  private int unreadCount;

  LineReader(Reader in) {
    this.in = in;
  }

  @Override
  public int read(char[] chars, int offset, int length) throws IOException {
    int written = 0;
    while (written < length) {
      int run = plainRun(length - written);
      if (run > 0) {
        System.arraycopy(buffer, position, chars, offset + written, run);
        position += run;
        written += run;
        continue;
      }
      int c = next();
      if (c < 0) {
        return written == 0 && length > 0 ? -1 : written;
      }
      chars[offset + written++] = (char) (c == '\r' ? afterReturn() : c);
    }
    return written;
  }

  /** How many of the buffered characters come next as they are. */
  private int plainRun(int most) {
    if (unreadCount > 0) {
      return 0;
    }
    int stop = Math.min(end, position + most);
    int at = position;
    while (at < stop && buffer[at] != '\r') {
      at++;
    }
    return at - position;
  }

  /** Leaves the text open: the {@link Input} still hashes what follows, and closes it. */
  @Override
  public void close() {
    unreadCount = 0;
  }

  private int afterReturn() throws IOException {
    int c = next();
    if (c == '\r') {
      int third = next();
      if (third != '\n') {
        unread(third);
        unread(c);
        return '\n';
      }
    } else if (c != '\n') {
      unread(c);
    }
    return '\n';
  }

  private void unread(int c) {
    unread[unreadCount++] = c;
  }

  private int next() throws IOException {
    if (unreadCount > 0) {
      return unread[--unreadCount];
    }
    if (position == end) {
      end = in.read(buffer, 0, buffer.length);
      position = 0;
      if (end <= 0) {
        end = 0;
        return -1;
      }
    }
    return buffer[position++];
  }
}
