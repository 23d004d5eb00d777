package org.clew.loader.ingest;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.clew.loader.observation.DurableFiles;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/**
 * A file to read: unpacked, without byte order mark, hashed on the way. It can be read once, by
 * {@link #text} or {@link #bytes}.
 */
public final class Input implements AutoCloseable {
  /** The path that stands for standard input. */
  public static final String STANDARD_INPUT = "-";

  private static final int SAMPLE = 1 << 16;
  private static final char UNDECODABLE = '\uFFFD';
  private static final String UNDECODED = "\uDC00";
  private static final int MAX_UNDECODABLE_SHARE = 50;

  private final String name;
  private final CountingStream packed;
  private final PushbackInputStream content;
  private final boolean converted;
  private final Sample sample;
  private final @Nullable Path path;
  private final long size;
  private @Nullable String sha256;
  private @Nullable String sha256Ahead;

  private Input(
      String name,
      @Nullable Path path,
      InputStream stream,
      InputLimits limits,
      @Nullable Charset encoding)
      throws IOException {
    this.name = name;
    this.path = path;
    this.size = path == null ? 0 : Files.size(path);
    this.packed = new CountingStream(stream);
    ContentStream unpacked =
        new ContentStream(Unpacking.open(packed, name), name, limits, packed::count);
    OtherText.Utf8 utf8 = OtherText.asUtf8(unpacked, encoding);
    this.converted = utf8.converted();
    this.content = new PushbackInputStream(utf8.bytes(), SAMPLE);
    byte[] head = content.readNBytes(SAMPLE);
    int start = bomLength(head);
    content.unread(head, start, head.length - start);
    this.sample = Sample.of(checkedText(head, start));
  }

  /**
   * Opens a file, or standard input for {@code -}.
   *
   * @throws ClewException USAGE when it is missing, a directory or may not be read, UNREADABLE when
   *     it is empty, damaged or no text
   */
  public static Input open(Path file, ReadOptions options) {
    if (file.toString().equals(STANDARD_INPUT)) {
      return of("stdin", null, System.in, options.limits(), options.encoding());
    }
    if (!Files.exists(file)) {
      throw new ClewException(Reason.USAGE, "There is no file '" + file + "'.");
    }
    if (Files.isDirectory(file)) {
      throw new ClewException(
          Reason.USAGE, "'" + file + "' is a directory; name the files in it one by one.");
    }
    return open(String.valueOf(file.getFileName()), file, options);
  }

  /** Opens a file that goes by another name, such as a copy of standard input. */
  static Input open(String name, Path file, ReadOptions options) {
    try {
      return of(name, file, Files.newInputStream(file), options.limits(), options.encoding());
    } catch (IOException e) {
      throw new ClewException(Reason.USAGE, "'" + file + "' may not be read.", e);
    }
  }

  /**
   * Reads a stream under the name that references to its rows carry; the stream is closed with it.
   */
  public static Input of(String name, InputStream stream, InputLimits limits) {
    return of(name, null, stream, limits, null);
  }

  private static Input of(
      String name,
      @Nullable Path path,
      InputStream stream,
      InputLimits limits,
      @Nullable Charset encoding) {
    try {
      return new Input(name, path, stream, limits, encoding);
    } catch (IOException e) {
      close(stream);
      throw new ClewException(
          Reason.UNREADABLE, name + " cannot be unpacked: it is damaged or cut off.", e);
    } catch (ClewException e) {
      close(stream);
      throw e;
    }
  }

  /** The file's name without its folder. */
  public String name() {
    return name;
  }

  /** The beginning of the content. */
  public Sample sample() {
    return sample;
  }

  /** The content as bytes; of a text in another encoding its text in UTF-8. */
  public InputStream bytes() {
    return content;
  }

  /** The content as UTF-8 text; what cannot be decoded reads as U+FFFD. */
  public Reader text() {
    return new LineReader(
        new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8)));
  }

  /**
   * The same, but what cannot be decoded reads as half of a surrogate pair, which no UTF-8 holds,
   * for {@link #isUndecoded}.
   */
  Reader markedText() {
    CharsetDecoder decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE)
            .replaceWith(UNDECODED);
    return new LineReader(new BufferedReader(new InputStreamReader(content, decoder)));
  }

  /**
   * Whether a part of {@link #markedText} could not be decoded. A text that was in another encoding
   * is taken to hold no U+FFFD of its own.
   */
  boolean isUndecoded(String text) {
    return Unpaired.isIn(text) || (converted && text.indexOf(UNDECODABLE) >= 0);
  }

  /**
   * The content as the text of a document that is read as a whole or not at all; reading it fails
   * with a {@link CharacterCodingException} where it cannot be decoded, for {@link #undecodable}.
   */
  Reader wholeText() {
    return new LineReader(
        new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder())));
  }

  /** What is said of a document with bytes that are no UTF-8. */
  ClewException undecodable(Throwable cause) {
    return new ClewException(
        Reason.UNREADABLE,
        name
            + " holds bytes that are not UTF-8; if it has another encoding, name it: --encoding"
            + " windows-1252, for instance.",
        cause);
  }

  /** How much of the file was read, from 0 to 1; 0 for a stream, whose size is not known. */
  double shareRead() {
    return size == 0 ? 0 : Math.min(1, (double) packed.count() / size);
  }

  /** The SHA-256 of the file as it is stored, in hex; reads what is left of it. */
  public String sha256() {
    if (sha256 == null) {
      try {
        content.transferTo(OutputStream.nullOutputStream());
        sha256 = packed.finish();
      } catch (IOException e) {
        throw new ClewException(Reason.UNREADABLE, name + " cannot be read to its end.", e);
      }
    }
    return sha256;
  }

  /**
   * The SHA-256 of the file before its content is read, by reading it apart; null for a stream,
   * which cannot be read twice.
   */
  @Nullable String sha256Ahead() {
    try {
      if (sha256Ahead == null && path != null) {
        sha256Ahead = DurableFiles.sha256(path);
      }
      return sha256Ahead;
    } catch (IOException e) {
      throw new ClewException(Reason.UNREADABLE, name + " cannot be read to its end.", e);
    }
  }

  @Override
  public void close() {
    close(content);
  }

  private String checkedText(byte[] head, int start) {
    if (head.length == start) {
      throw new ClewException(Reason.UNREADABLE, name + " is empty.");
    }
    String text = new String(head, start, head.length - start, StandardCharsets.UTF_8);
    if (text.isBlank()) {
      throw new ClewException(Reason.UNREADABLE, name + " is empty.");
    }
    long undecodable = text.chars().filter(c -> c == UNDECODABLE || c == '\0').count();
    if (undecodable * MAX_UNDECODABLE_SHARE > text.length()) {
      throw new UnknownFormatException(
          name
              + " is not UTF-8 text; if it is a text at all, save it as UTF-8 or name its encoding,"
              + " such as windows-1252 for a table from Excel.");
    }
    return text;
  }

  private static int bomLength(byte[] head) {
    boolean bom =
        head.length >= 3
            && head[0] == (byte) 0xef
            && head[1] == (byte) 0xbb
            && head[2] == (byte) 0xbf;
    return bom ? 3 : 0;
  }

  private static void close(InputStream stream) {
    if (stream == System.in) {
      return;
    }
    try {
      stream.close();
    } catch (IOException e) {
      throw new ClewException(Reason.UNAVAILABLE, "A file could not be closed.", e);
    }
  }
}
