package org.clew.loader.observation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clew.model.entity.Hashes;

/**
 * The form in which texts are compared: lower case, mentions taken out, white space collapsed, URLs
 * kept, as the coordination-network-toolkit does (commit daa0e11, {@code similarity.py}). A mention
 * there is all from an at sign to the next white space, so that {@code @user:} leaves no colon.
 */
final class TextKey {
  private static final Pattern MENTION = Pattern.compile("@[^\\s\\p{Z}\\x85]*");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\x85\\x1c-\\x1f]+");

  private TextKey() {}

  /** The artifact that stands for a text, or nothing where no text is left. */
  static Optional<String> artifact(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String key = BLANKS.matcher(MENTION.matcher(lower).replaceAll("")).replaceAll(" ").strip();
    return key.isEmpty() ? Optional.empty() : Optional.of(Hashes.shortHash(key));
  }
}
