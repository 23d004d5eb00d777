package org.clew.model.coordination;

/**
 * An artifact that a detection left out because more acted on it than the caller allowed.
 *
 * @param artifact its index
 * @param rows how many rows it has
 * @param limit how many were allowed
 */
public record CappedArtifact(int artifact, int rows, int limit) {
  /** Why it was left out, as a sentence part. */
  public String reason() {
    return rows + " acts on it, more than the limit of " + limit;
  }
}
