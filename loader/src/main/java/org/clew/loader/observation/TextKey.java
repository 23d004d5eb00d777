package org.clew.loader.observation;

import java.util.Locale;
import java.util.Optional;
import org.clew.model.entity.Hashes;

/**
 * The form in which texts are compared: lower case, mentions taken out, white space collapsed, URLs
 * kept, as the coordination-network-toolkit does (commit daa0e11, {@code similarity.py}). A mention
 * there is all from an at sign to the next white space, so that {@code @user:} leaves no colon.
 */
final class TextKey {
  /** The separators of files, groups, records and units are white space, but end no mention. */
  private static final char FIRST_SEPARATOR = '\u001c';

  private static final char LAST_SEPARATOR = '\u001f';
  private static final char FIRST_LATIN1 = '\u0080';
  private static final char NEXT_LINE = '\u0085';
  private static final char NO_BREAK_SPACE = '\u00a0';

  /** The next space beyond Latin-1; most scripts stand below. */
  private static final char OGHAM_SPACE = '\u1680';

  private TextKey() {}

  /** The artifact that stands for a text, or nothing where no text is left. */
  static Optional<String> artifact(String text) {
    String key = form(text);
    return key.isEmpty() ? Optional.empty() : Optional.of(Hashes.shortHash(key));
  }

  /** The form itself. */
  static String form(String text) {
    char[] form = text.toLowerCase(Locale.ROOT).toCharArray();
    int length = 0;
    boolean mention = false;
    boolean blank = false;
    for (char c : form) {
      mention = (mention || c == '@') && !endsMention(c);
      if (isBlank(c)) {
        blank = blank || !mention;
      } else if (!mention) {
        if (blank && length > 0) {
          form[length++] = ' ';
        }
        blank = false;
        form[length++] = c;
      }
    }
    return new String(form, 0, length);
  }

  private static boolean endsMention(char c) {
    return isBlank(c) && !(c >= FIRST_SEPARATOR && c <= LAST_SEPARATOR);
  }

  private static boolean isBlank(char c) {
    if (c < FIRST_LATIN1) {
      return c == ' ' || (c >= '\t' && c <= '\r') || (c >= FIRST_SEPARATOR && c <= LAST_SEPARATOR);
    }
    return c == NEXT_LINE || c == NO_BREAK_SPACE || (c >= OGHAM_SPACE && Character.isSpaceChar(c));
  }
}
