package org.clew.model.source;

import java.util.Locale;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;

/**
 * An Admiralty grade: how reliable the source is (A to F) and how credible the information (1 to
 * 6), as in MISP's {@code admiralty-scale} taxonomy. F and 6 mean that it cannot be judged.
 *
 * @param reliability a letter from A to F
 * @param credibility a digit from 1 to 6
 */
public record Grade(char reliability, int credibility) implements Comparable<Grade> {
  /** What holds where nobody gave a grade. */
  public static final Grade UNKNOWN = new Grade('F', 6);

  private static final double[] WEIGHTS = {1, 0.75, 0.5, 0.25, 0.02, 0.5};

  public Grade {
    if (reliability < 'A' || reliability > 'F' || credibility < 1 || credibility > 6) {
      throw new ClewException(
          Reason.USAGE,
          "'"
              + reliability
              + credibility
              + "' is not an Admiralty grade; grades run from A1 to F6.");
    }
  }

  /** Reads a grade such as {@code B2}; lower case is accepted. */
  public static Grade parse(String text) {
    String grade = text.strip().toUpperCase(Locale.ROOT);
    if (grade.length() != 2) {
      throw new ClewException(
          Reason.USAGE, "'" + text + "' is not an Admiralty grade; grades run from A1 to F6.");
    }
    return new Grade(grade.charAt(0), grade.charAt(1) - '0');
  }

  /**
   * The factor q by which a statement of this grade counts: reliability times credibility, each 1,
   * .75, .5, .25, .02 and .5 from best to unknown. Between 0.0004 and 1.
   */
  public double quality() {
    return WEIGHTS[reliability - 'A'] * WEIGHTS[credibility - 1];
  }

  /** Whether both parts are at least as good as those of the other; F and 6 count as worst. */
  public boolean atLeast(Grade other) {
    return reliability <= other.reliability && credibility <= other.credibility;
  }

  /** Orders the better grade first: by quality, then by letter and digit. */
  @Override
  public int compareTo(Grade other) {
    int byQuality = Double.compare(other.quality(), quality());
    return byQuality != 0 ? byQuality : toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return "" + reliability + credibility;
  }
}
