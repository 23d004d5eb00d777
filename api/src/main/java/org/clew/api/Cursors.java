package org.clew.api;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/** Cursors of lists: positions as text that nobody should take apart. */
public final class Cursors {
  private static final int MOST_SHOWN = 100;

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

  /** The position of a cursor in a list by id; the empty text for none. */
  public static String id(@Nullable String cursor) {
    String position = position(cursor);
    return position.isEmpty() ? "" : requireId(position, String.valueOf(cursor)).value();
  }

  /** The id that stands in a cursor. */
  public static EntityId requireId(String text, String cursor) {
    try {
      return new EntityId(text);
    } catch (ClewException e) {
      throw unknown(cursor, e);
    }
  }

  /** What to say of a cursor that no list gave out. */
  public static ClewException unknown(String cursor, @Nullable Exception cause) {
    String shown = cursor.length() > MOST_SHOWN ? cursor.substring(0, MOST_SHOWN) + "…" : cursor;
    String message = "'" + shown + "' is not a cursor of this list; take the one in \"next\".";
    return cause == null
        ? new ClewException(Reason.USAGE, message)
        : new ClewException(Reason.USAGE, message, cause);
  }
}
