package org.clew.model.attribution;

/** The table of verdicts, applied. */
final class Levels {
  private Levels() {}

  /** The confidence an assessment reaches, rivals included. */
  static Confidence of(Assessment assessment, boolean hasCloseRival, VerdictTable table) {
    double score = assessment.score().value();
    if (isHigh(assessment, table) && !assessment.capped() && !hasCloseRival) {
      return Confidence.HIGH;
    }
    if (reaches(assessment, table.moderate())) {
      return Confidence.MODERATE;
    }
    return score >= table.low() ? Confidence.LOW : Confidence.INSUFFICIENT;
  }

  /** Whether an assessment has what high confidence needs of the evidence itself. */
  static boolean isHigh(Assessment assessment, VerdictTable table) {
    return reaches(assessment, table.high())
        && assessment.independentChains() >= table.highChains()
        && assessment.independentRoots() >= table.highRoots()
        && assessment.families().size() >= table.highFamilies();
  }

  static boolean reaches(Assessment assessment, VerdictTable.Level level) {
    return assessment.score().value() >= level.score() && assessment.weakest() >= level.weakest();
  }
}
