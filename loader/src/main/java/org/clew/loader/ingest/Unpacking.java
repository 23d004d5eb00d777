package org.clew.loader.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** Unpacks gzip and zip by their first bytes. Names of archive entries are never used as paths. */
final class Unpacking {
  private static final int BUFFER = 1 << 16;

  private Unpacking() {}

  static InputStream open(InputStream packed) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(packed, BUFFER);
    stream.mark(4);
    byte[] magic = stream.readNBytes(4);
    stream.reset();
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      return new GZIPInputStream(stream, BUFFER);
    }
    if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4) {
      return new SingleEntry(new ZipInputStream(stream));
    }
    return stream;
  }

  /** The one file in a zip archive; a second one is an error, not silence. */
  private static final class SingleEntry extends FilterInputStream {
    private final ZipInputStream zip;

    SingleEntry(ZipInputStream zip) throws IOException {
      super(zip);
      this.zip = zip;
      if (nextFile() == null) {
        throw new ClewException(Reason.UNREADABLE, "The zip archive holds no file.");
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read < 0 && nextFile() != null) {
        throw new ClewException(
            Reason.UNREADABLE,
            "The zip archive holds more than one file; unpack it and load the folder.");
      }
      return read;
    }

    private ZipEntry nextFile() throws IOException {
      ZipEntry entry = zip.getNextEntry();
      while (entry != null && isNoFile(entry)) {
        entry = zip.getNextEntry();
      }
      return entry;
    }

    private static boolean isNoFile(ZipEntry entry) {
      return entry.isDirectory()
          || entry.getName().startsWith("__MACOSX/")
          || entry.getName().endsWith(".DS_Store");
    }
  }
}
