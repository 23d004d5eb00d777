package org.clew.model.coordination;

import java.util.ArrayList;
import java.util.List;

/**
 * The rows that take part in a detection, and the artifacts left out because too many acted on
 * them.
 */
final class RowSelection {
  final int[] rows;
  final List<CappedArtifact> capped;

  private RowSelection(int[] rows, List<CappedArtifact> capped) {
    this.rows = rows;
    this.capped = capped;
  }

  /**
   * Leaves out accounts with fewer rows than {@code minParticipation}, then artifacts with more
   * rows than {@code maxRowsPerArtifact} (0 for no limit).
   */
  static RowSelection of(Observations observations, int minParticipation, int maxRowsPerArtifact) {
    int[] participation = new int[observations.accounts()];
    for (int account : observations.account) {
      participation[account]++;
    }
    if (maxRowsPerArtifact == 0) {
      return new RowSelection(
          Rows.where(
              observations.size(),
              row -> participation[observations.account[row]] >= minParticipation),
          List.of());
    }
    int[] uses = new int[observations.artifacts()];
    for (int row = 0; row < observations.size(); row++) {
      if (participation[observations.account[row]] >= minParticipation) {
        uses[observations.artifact[row]]++;
      }
    }
    int[] rows =
        Rows.where(
            observations.size(),
            row ->
                participation[observations.account[row]] >= minParticipation
                    && uses[observations.artifact[row]] <= maxRowsPerArtifact);
    return new RowSelection(rows, capped(uses, maxRowsPerArtifact));
  }

  private static List<CappedArtifact> capped(int[] uses, int most) {
    List<CappedArtifact> capped = new ArrayList<>();
    for (int artifact = 0; artifact < uses.length; artifact++) {
      if (uses[artifact] > most) {
        capped.add(new CappedArtifact(artifact, uses[artifact], most));
      }
    }
    return List.copyOf(capped);
  }
}
