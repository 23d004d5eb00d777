package org.clew.loader.ingest;

import com.google.common.io.CharSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Texts in UTF-16 with a byte order mark, as some spreadsheets save them. */
final class Utf16 {
  private static final int MARK = 2;

  private Utf16() {}

  /** The bytes of a stream; where they begin with a mark of UTF-16, their text in UTF-8. */
  static InputStream asUtf8(InputStream stream) throws IOException {
    PushbackInputStream bytes = new PushbackInputStream(stream, MARK);
    byte[] mark = bytes.readNBytes(MARK);
    Charset charset = charset(mark);
    if (charset == null) {
      bytes.unread(mark);
      return bytes;
    }
    return new CharSource() {
      @Override
      public Reader openStream() {
        return new InputStreamReader(bytes, charset);
      }
    }.asByteSource(StandardCharsets.UTF_8).openStream();
  }

  private static @Nullable Charset charset(byte[] mark) {
    if (mark.length < MARK) {
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
