package org.clew.loader.access;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Who asked for what, or changed what.
 *
 * @param at when it was done
 * @param who id of a key, {@code local} for the single user of a machine, {@code none} for a caller
 *     without a valid key, {@code clew} for the log itself
 * @param name the key's name, or the user's name at the command line; null where unknown
 * @param from the caller's address; null at the command line
 * @param method HTTP method; {@code CLI} at the command line
 * @param route the route as the interface describes it, or the command
 * @param path what was asked for, query included, or the command's arguments; cut at 2,048
 *     characters
 * @param status HTTP status, or exit status
 * @param millis how long it took
 * @param text what was asked in the body; null for none, cut at 2,048 characters
 */
public record AuditEvent(
    Instant at,
    String who,
    @Nullable String name,
    @Nullable String from,
    String method,
    String route,
    String path,
    int status,
    long millis,
    @Nullable String text) {
  private static final int MOST_CHARACTERS = 2_048;

  public AuditEvent {
    path = cut(path);
    text = text == null ? null : cut(text);
  }

  /** Something the log has to say of itself. */
  static AuditEvent ofLog(Instant at, String sentence) {
    return new AuditEvent(at, "clew", null, null, "LOG", "audit", sentence, 0, 0, null);
  }

  /** Where several events could not be written. */
  public static AuditEvent missed(Instant at, long events) {
    return ofLog(at, events + " earlier lines could not be written.");
  }

  private static String cut(String text) {
    if (text.length() <= MOST_CHARACTERS) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(MOST_CHARACTERS - 1));
    return text.substring(0, splits ? MOST_CHARACTERS - 1 : MOST_CHARACTERS) + "…";
  }
}
