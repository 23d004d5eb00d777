package org.clew.loader.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.clew.loader.export.BackupManifest.Part;
import org.clew.model.entity.Hashes;

/** Writes the entries of a backup and notes how long they are and what their digests are. */
final class PartWriter {
  private final ZipOutputStream zip;
  private final List<Part> written = new ArrayList<>();

  PartWriter(OutputStream out) {
    zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
  }

  @FunctionalInterface
  interface Content<T> {
    T writeTo(OutputStream out) throws IOException;
  }

  <T> T write(String name, Content<T> content) throws IOException {
    begin(name);
    Counted counted = new Counted(zip);
    T result = content.writeTo(counted);
    zip.closeEntry();
    String sha256 = HexFormat.of().formatHex(counted.digest.digest());
    written.add(new Part(name, counted.bytes, sha256));
    return result;
  }

  List<Part> written() {
    return written;
  }

  Part last() {
    return written.get(written.size() - 1);
  }

  void end(byte[] manifest) throws IOException {
    begin(BackupManifest.NAME);
    zip.write(manifest);
    zip.closeEntry();
    begin(BackupManifest.DIGEST);
    String sha256 = HexFormat.of().formatHex(Hashes.newSha256().digest(manifest));
    zip.write((sha256 + "\n").getBytes(StandardCharsets.US_ASCII));
    zip.closeEntry();
    zip.finish();
    zip.flush();
  }

  /** What is compressed already is not compressed again. */
  private void begin(String name) throws IOException {
    boolean compressed = name.endsWith(".parquet") || name.endsWith(".zst");
    zip.setLevel(compressed ? Deflater.NO_COMPRESSION : Deflater.DEFAULT_COMPRESSION);
    ZipEntry entry = new ZipEntry(name);
    entry.setLastModifiedTime(Backup.entryTime());
    zip.putNextEntry(entry);
  }

  private static final class Counted extends FilterOutputStream {
    private final MessageDigest digest = Hashes.newSha256();
    private long bytes;

    Counted(OutputStream out) {
      super(out);
    }

    @Override
    public void write(int value) throws IOException {
      write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] content, int offset, int length) throws IOException {
      out.write(content, offset, length);
      digest.update(content, offset, length);
      bytes += length;
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
