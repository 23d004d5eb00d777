package org.clew.loader.ingest;

import org.jspecify.annotations.Nullable;

/**
 * Makes texts of characters, and gives the same object again where a text comes again soon, as most
 * cells of a large table do. It remembers no more than stays in a processor's cache: of the texts
 * that fall into one slot, the latest.
 */
final class RepeatedTexts {
  private static final int SLOTS = 1 << 10;
  private static final int LONGEST = 32;
  private static final int SPREAD = 0x9e3779b9;

  private final @Nullable String[] slots = new @Nullable String[SLOTS];
  private int found;

  /** The text of these characters. */
  String of(char[] characters, int offset, int length) {
    if (length == 0) {
      found++;
      return "";
    }
    if (length > LONGEST) {
      return new String(characters, offset, length);
    }
    int slot = slot(characters, offset, length);
    String known = slots[slot];
    if (known != null && isOf(known, characters, offset, length)) {
      found++;
      return known;
    }
    String made = new String(characters, offset, length);
    slots[slot] = made;
    return made;
  }

  /** How many texts came again; it may overflow, so that only differences count. */
  int found() {
    return found;
  }

  private static int slot(char[] characters, int offset, int length) {
    int hash = length;
    for (int i = offset; i < offset + length; i++) {
      hash = 31 * hash + characters[i];
    }
    return (hash * SPREAD) >>> -Integer.numberOfTrailingZeros(SLOTS);
  }

  private static boolean isOf(String text, char[] characters, int offset, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (text.charAt(i) != characters[offset + i]) {
        return false;
      }
    }
    return true;
  }
}
