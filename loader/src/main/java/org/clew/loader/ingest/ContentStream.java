package org.clew.loader.ingest;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * The unpacked bytes of a file, within its limits; every fault of reading is one clear sentence.
 */
final class ContentStream extends FilterInputStream {
  private final String name;
  private final InputLimits limits;
  private final LongSupplier packed;
  private long count;

  ContentStream(InputStream in, String name, InputLimits limits, LongSupplier packed) {
    super(in);
    this.name = name;
    this.limits = limits;
    this.packed = packed;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) {
    try {
      int read = super.read(bytes, offset, length);
      count += Math.max(0, read);
      checkLimits();
      return read;
    } catch (IOException e) {
      throw new ClewException(
          Reason.UNREADABLE, name + " cannot be read to its end: it is damaged or cut off.", e);
    }
  }

  @Override
  public boolean markSupported() {
    return false;
  }

  private void checkLimits() {
    boolean tooLarge = count > limits.maxBytes();
    boolean tooDense =
        count > InputLimits.RATIO_FROM
            && count / limits.maxRatio() > Math.max(1, packed.getAsLong());
    if (tooLarge || tooDense) {
      throw new ClewException(
          Reason.UNREADABLE,
          name
              + " unpacks to more than "
              + (tooLarge ? limits.maxBytes() + " bytes" : limits.maxRatio() + " times its size")
              + "; unpack it yourself if you trust it.");
    }
  }
}
