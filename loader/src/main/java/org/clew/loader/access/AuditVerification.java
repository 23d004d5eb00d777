package org.clew.loader.access;

import org.jspecify.annotations.Nullable;

/**
 * What a look at the whole log found.
 *
 * @param lines how many lines are right, up to the first that is not
 * @param head hash of the last of them; 64 zeros for none
 * @param line the number, counted in the file from 1, of the first line that is wrong or missing;
 *     null when all is right
 * @param problem what is wrong there, in one sentence; null when all is right
 */
public record AuditVerification(
    long lines, String head, @Nullable Long line, @Nullable String problem) {
  /** Whether nothing was found. */
  public boolean isWhole() {
    return problem == null;
  }
}
