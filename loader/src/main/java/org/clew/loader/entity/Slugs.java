package org.clew.loader.entity;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Locale;
import java.util.regex.Pattern;
import org.clew.model.entity.Hashes;

/** Slugs: the readable last part of an id. */
public final class Slugs {
  private static final Pattern MARKS = Pattern.compile("(?<=\\p{IsLatin})\\p{M}+");
  private static final Pattern BREAKS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final int MAX_LENGTH = 100;
  private static final int HASH_DIGITS = 8;

  private Slugs() {}

  /**
   * The text in lower case, Latin letters without diacritics, each run of anything but letters and
   * digits as one hyphen: {@code "People's Daily (Renmin Ribao)"} becomes {@code
   * people-s-daily-renmin-ribao}. Letters of other scripts stay as they are. What is longer than
   * 100 characters is cut and told apart by a hash; a text without letters and digits becomes its
   * hash.
   */
  public static String of(String text) {
    String bare = MARKS.matcher(Normalizer.normalize(text, Form.NFKD)).replaceAll("");
    String plain = Normalizer.normalize(bare, Form.NFC);
    String slug = BREAKS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    String trimmed = trimHyphens(slug);
    if (trimmed.isEmpty()) {
      return hash(text);
    }
    return trimmed.length() <= MAX_LENGTH
        ? trimmed
        : trimmed.substring(0, MAX_LENGTH) + "-" + hash(text);
  }

  /** The first 8 hex digits of the SHA-256 of a text, as ids carry them on a collision. */
  public static String hash(String text) {
    return Hashes.sha256(text).substring(0, HASH_DIGITS);
  }

  private static String trimHyphens(String slug) {
    int start = slug.startsWith("-") ? 1 : 0;
    int end = slug.endsWith("-") ? slug.length() - 1 : slug.length();
    return start < end ? slug.substring(start, end) : "";
  }
}
