package org.clew.loader.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.ZipException;
import org.clew.loader.export.BackupManifest.Part;
import org.clew.model.entity.Hashes;

/** An entry of a backup that fails as soon as it is longer than the manifest says, or other. */
final class VerifiedStream extends FilterInputStream {
  private final Part part;
  private final MessageDigest digest = Hashes.newSha256();
  private long left;
  private boolean ended;

  VerifiedStream(InputStream in, Part part) {
    super(in);
    this.part = part;
    this.left = part.bytes();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    int read = in.read(buffer, offset, length);
    if (read < 0) {
      end();
      return -1;
    }
    left -= read;
    if (left < 0) {
      throw damaged();
    }
    digest.update(buffer, offset, read);
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    return readNBytes((int) Math.min(count, 1 << 16)).length;
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void end() throws IOException {
    if (!ended) {
      ended = true;
      if (left != 0 || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
        throw damaged();
      }
    }
  }

  private ZipException damaged() {
    return new ZipException("the content of " + part.name() + " does not fit its hash");
  }
}
