package org.clew.model.claim;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/** What an analyst holds of behaviour that detection found: the one thing no computation says. */
public enum Judgement {
  /** The accounts are not who they say, or act for somebody who hides. */
  INAUTHENTIC,
  /** They are who they say and act for themselves. */
  AUTHENTIC,
  /** Looked at, and not decided. */
  UNCLEAR;

  /** The word in the graph and in documents. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The judgement of a word, whatever its case.
   *
   * @throws ClewException USAGE when there is none
   */
  public static Judgement ofWord(String text) {
    return Arrays.stream(values())
        .filter(each -> each.word().equals(text.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new ClewException(
                    Reason.USAGE,
                    "'"
                        + text
                        + "' is no assessment; there are: "
                        + Arrays.stream(values())
                            .map(Judgement::word)
                            .collect(Collectors.joining(", "))
                        + "."));
  }
}
