package org.clew.model.coordination;

import java.util.List;

/**
 * What the test against chance found.
 *
 * @param parameters what was asked
 * @param tested every edge with enough artifacts in common
 * @param kept those with a q up to the largest allowed
 * @param accounts how many accounts act
 * @param acts how many distinct (artifact, account, bin)
 * @param keptByBenjaminiHochberg how many edges that stricter rule would keep at the same level
 *     among all pairs of accounts; only reported
 * @param capped artifacts left out because too many acted on them
 */
public record SignificanceResult(
    SignificanceParameters parameters,
    TestedEdges tested,
    TestedEdges kept,
    int accounts,
    int acts,
    int keptByBenjaminiHochberg,
    List<CappedArtifact> capped) {
  /** What the null model does not know, to be said with every result. */
  public static final String CAVEAT =
      "The comparison with chance knows how busy each account and how popular each artifact is, and"
          + " when; it does not know topics and communities, which bring people together as well.";

  /** Copies the list. */
  public SignificanceResult {
    capped = List.copyOf(capped);
  }
}
