package org.clew.model.attribution;

/**
 * Words for probabilities after ICD 203 of the US Office of the Director of National Intelligence.
 * They say how likely something is, never how sure one may be of that.
 */
public enum Likelihood {
  ALMOST_NO_CHANCE("almost no chance", 0.05),
  VERY_UNLIKELY("very unlikely", 0.20),
  UNLIKELY("unlikely", 0.45),
  ROUGHLY_EVEN("roughly even chance", 0.55),
  LIKELY("likely", 0.80),
  VERY_LIKELY("very likely", 0.95),
  ALMOST_CERTAIN("almost certain", 1);

  private final String word;
  private final double below;

  Likelihood(String word, double below) {
    this.word = word;
    this.below = below;
  }

  /** The words for a probability. */
  public static Likelihood of(double probability) {
    for (Likelihood each : values()) {
      if (probability < each.below) {
        return each;
      }
    }
    return ALMOST_CERTAIN;
  }

  /** The words in documents. */
  public String word() {
    return word;
  }
}
