package org.clew.loader.ingest;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** Unpacks gzip and zip by their first bytes. Names of archive entries are never used as paths. */
final class Unpacking {
  private static final int BUFFER = 1 << 16;

  /** What is wrong with files that begin so. */
  private static final Map<String, String> PACKED =
      Map.of(
          "28b52ffd", "is packed with zstd; unpack it, or pack it with gzip.",
          "fd377a58", "is packed with xz; unpack it, or pack it with gzip.",
          "425a6839", "is packed with bzip2; unpack it, or pack it with gzip.",
          "377abcaf", "is packed with 7-Zip; unpack it, or pack it with gzip.",
          "504b0506", "is a zip archive that holds no file.",
          "25504446", "is a PDF and no table.");

  private Unpacking() {}

  /**
   * Unpacks.
   *
   * @param name the file's name, for messages
   */
  static InputStream open(InputStream packed, String name) throws IOException {
    BufferedInputStream stream = new BufferedInputStream(packed, BUFFER);
    stream.mark(4);
    byte[] magic = stream.readNBytes(4);
    stream.reset();
    if (magic.length >= 2 && magic[0] == 0x1f && magic[1] == (byte) 0x8b) {
      return new GZIPInputStream(stream, BUFFER);
    }
    if (magic.length == 4 && magic[0] == 'P' && magic[1] == 'K' && magic[2] == 3 && magic[3] == 4) {
      return new SingleEntry(new ZipInputStream(stream), name);
    }
    String other = PACKED.get(HexFormat.of().formatHex(magic));
    if (other != null) {
      throw new ClewException(Reason.UNREADABLE, name + " " + other);
    }
    return stream;
  }

  /** The one file in a zip archive; a second one is an error, not silence. */
  private static final class SingleEntry extends FilterInputStream {
    private final ZipInputStream zip;
    private final String name;

    SingleEntry(ZipInputStream zip, String name) throws IOException {
      super(zip);
      this.zip = zip;
      this.name = name;
      ZipEntry first = nextFile();
      if (first == null) {
        throw new ClewException(Reason.UNREADABLE, name + " is a zip archive that holds no file.");
      }
      if (first.getName().equals("[Content_Types].xml") || first.getName().equals("mimetype")) {
        throw new ClewException(
            Reason.UNREADABLE, name + " is a spreadsheet or a document; save it as CSV.");
      }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read < 0 && nextFile() != null) {
        throw new ClewException(
            Reason.UNREADABLE,
            name + " is a zip archive of more than one file; unpack it and load the folder.");
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
