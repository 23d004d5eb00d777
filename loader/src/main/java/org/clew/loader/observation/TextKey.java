package org.clew.loader.observation;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.clew.model.entity.Hashes;

/**
 * The form in which texts are compared: lower case, mentions taken out, white space collapsed, URLs
 * kept, as the coordination-network-toolkit does.
 */
final class TextKey {
  private static final Pattern MENTION = Pattern.compile("@\\w+", Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");

  private TextKey() {}

  /** The artifact that stands for a text, or nothing where no text is left. */
  static Optional<String> artifact(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String key = BLANKS.matcher(MENTION.matcher(lower).replaceAll("")).replaceAll(" ").strip();
    return key.isEmpty() ? Optional.empty() : Optional.of(Hashes.shortHash(key));
  }
}
