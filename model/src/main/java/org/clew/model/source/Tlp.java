package org.clew.model.source;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * How far what a source says may be passed on: the Traffic Light Protocol 2.0 of FIRST, the most
 * open first.
 */
public enum Tlp {
  CLEAR,
  GREEN,
  AMBER,
  AMBER_STRICT,
  RED;

  /** The word in files and documents, such as {@code amber+strict}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '+');
  }

  /** The label on a document, such as {@code TLP:AMBER+STRICT}. */
  public String label() {
    return "TLP:" + word().toUpperCase(Locale.ROOT);
  }

  /** This level or the other one, whichever lets fewer people read. */
  public Tlp stricter(Tlp other) {
    return compareTo(other) >= 0 ? this : other;
  }

  /** Whether a reader up to that level may see it. */
  public boolean isFor(Tlp reader) {
    return compareTo(reader) <= 0;
  }

  /**
   * The level of a word, with or without {@code TLP:} before it.
   *
   * @throws ClewException USAGE when there is no such level
   */
  public static Tlp ofWord(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^tlp:", "");
    return Arrays.stream(values())
        .filter(each -> each.word().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new ClewException(
                    Reason.USAGE,
                    "'"
                        + text
                        + "' is no level of the Traffic Light Protocol; there are: "
                        + Arrays.stream(values()).map(Tlp::word).collect(Collectors.joining(", "))
                        + "."));
  }
}
