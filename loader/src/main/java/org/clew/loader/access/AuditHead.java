package org.clew.loader.access;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Number and hash of the last line, kept in a file of their own, by which a cut tail shows. It is
 * written after the lines have reached the disk, so that it is never ahead of them.
 *
 * @param number 0 before the first line
 * @param hash that of the last line
 */
record AuditHead(long number, String hash) {
  static final AuditHead BEGINNING = new AuditHead(0, AuditLine.BEGINNING);

  private static final Pattern FORM = Pattern.compile("(\\d{18}) ([0-9a-f]{64})\n");

  static AuditHead of(AuditLine line) {
    return new AuditHead(line.number(), line.hash());
  }

  /** The head that is kept; empty when there is none or it is malformed. */
  static Optional<AuditHead> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    Matcher matcher = FORM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    return matcher.matches()
        ? Optional.of(new AuditHead(Long.parseLong(matcher.group(1)), matcher.group(2)))
        : Optional.empty();
  }

  /** Written in place, always the same number of bytes: this needs no space on a full disk. */
  void write(Path file) throws IOException {
    PrivateFiles.ensure(file);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer bytes =
          ByteBuffer.wrap("%018d %s\n".formatted(number, hash).getBytes(StandardCharsets.US_ASCII));
      int size = bytes.limit();
      while (bytes.hasRemaining()) {
        channel.write(bytes, bytes.position());
      }
      channel.truncate(size);
    }
  }
}
