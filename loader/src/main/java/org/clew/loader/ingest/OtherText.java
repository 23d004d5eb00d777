package org.clew.loader.ingest;

import com.google.common.io.CharSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are not in UTF-8: in UTF-16 with a byte order mark, or in an encoding that is named.
 */
final class OtherText {
  private static final int MARK = 3;

  private static final byte[] UTF_8 = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private OtherText() {}

  /**
   * A text in UTF-8.
   *
   * @param converted whether it was in another encoding
   */
  record Utf8(InputStream bytes, boolean converted) {}

  /**
   * The bytes of a stream; where they begin with a mark of UTF-16 or are in another encoding, their
   * text in UTF-8.
   *
   * @param named the encoding where there is no mark; null for UTF-8
   */
  static Utf8 asUtf8(InputStream stream, @Nullable Charset named) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(stream, MARK);
    byte[] mark = bytes.readNBytes(MARK);
    Charset marked = marked(mark);
    boolean utf8 = Arrays.equals(mark, UTF_8);
    bytes.unread(mark, marked == null ? 0 : 2, marked == null ? mark.length : mark.length - 2);
    Charset charset = marked == null && !utf8 ? named : marked;
    if (charset == null) {
      return new Utf8(bytes, false);
    }
    CharSource text =
        new CharSource() {
          @Override
          public Reader openStream() {
            return new InputStreamReader(bytes, charset);
          }
        };
    return new Utf8(text.asByteSource(StandardCharsets.UTF_8).openStream(), true);
  }

  private static @Nullable Charset marked(byte[] mark) {
    if (mark.length < 2) {
      return null;
    }
    int order = (mark[0] & 0xff) << Byte.SIZE | (mark[1] & 0xff);
    return switch (order) {
      case 0xfeff -> StandardCharsets.UTF_16BE;
      case 0xfffe -> StandardCharsets.UTF_16LE;
      default -> null;
    };
  }
}
