package org.clew.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.jspecify.annotations.Nullable;

/** Cursors of lists: positions as text that nobody should take apart. */
public final class Cursors {
  private Cursors() {}

  /** The cursor of a position. */
  public static String of(String position) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(position.getBytes(StandardCharsets.UTF_8));
  }

  /** The position of a cursor; the empty text for none. */
  public static String position(@Nullable String cursor) {
    if (cursor == null || cursor.isEmpty()) {
      return "";
    }
    try {
      return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw unknown(cursor, e);
    }
  }

  /** What to say of a cursor that no list gave out. */
  public static ClewException unknown(String cursor, @Nullable Exception cause) {
    String message = "'" + cursor + "' is not a cursor of this list; take the one in \"next\".";
    return cause == null
        ? new ClewException(Reason.USAGE, message)
        : new ClewException(Reason.USAGE, message, cause);
  }
}
