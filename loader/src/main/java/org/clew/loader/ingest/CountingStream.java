package org.clew.loader.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.atomic.AtomicLong;
import org.clew.model.entity.Hashes;

/** The packed bytes of a file: counted and hashed while they are read. */
final class CountingStream extends FilterInputStream {
  private static final int CHUNK = 1 << 16;

  private final MessageDigest digest = Hashes.newSha256();
  private final AtomicLong count = new AtomicLong();

  CountingStream(InputStream in) {
    super(in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int read = super.read(bytes, offset, length);
    if (read > 0) {
      digest.update(bytes, offset, read);
      count.addAndGet(read);
    }
    return read;
  }

  @Override
  public long skip(long length) throws IOException {
    byte[] skipped = new byte[(int) Math.min(CHUNK, length)];
    return Math.max(0, read(skipped, 0, skipped.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  /** How many were read so far; any thread may ask. */
  long count() {
    return count.get();
  }

  /** Reads what is left and gives the digest of the whole file in hex. */
  String finish() throws IOException {
    byte[] rest = new byte[CHUNK];
    int read = 0;
    while (read >= 0) {
      read = read(rest, 0, rest.length);
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
