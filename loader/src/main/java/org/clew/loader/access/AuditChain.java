package org.clew.loader.access;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows the chain line by line until one is wrong. */
final class AuditChain {
  private final Optional<AuditHead> kept;
  private AuditHead last = AuditHead.BEGINNING;
  private @Nullable String problem;

  /** A chain that should reach the head that is kept beside it. */
  AuditChain(Optional<AuditHead> kept) {
    this.kept = kept;
  }

  /** Takes the next line; false when it is wrong. */
  boolean takes(String text) {
    Optional<AuditLine> line = AuditLine.read(text);
    if (line.isEmpty()) {
      problem = "was changed or broken off";
    } else if (line.get().number() != last.number() + 1 || !follows(line.get())) {
      problem = "does not follow the one before it: lines were removed, added or put elsewhere";
    } else {
      last = AuditHead.of(line.get());
    }
    return problem == null;
  }

  AuditVerification end() {
    String found = problem == null ? missing() : problem;
    long next = last.number() + 1;
    return found == null
        ? new AuditVerification(last.number(), last.hash(), null, null)
        : new AuditVerification(
            last.number(), last.hash(), next, "Line " + next + " " + found + ".");
  }

  private boolean follows(AuditLine line) {
    boolean keptOne = kept.isPresent() && kept.get().number() == line.number();
    return line.prev().equals(last.hash()) && (!keptOne || kept.get().hash().equals(line.hash()));
  }

  private @Nullable String missing() {
    if (kept.isEmpty()) {
      return last.number() == 0 ? null : "may be missing: the file audit.head is not there";
    }
    return kept.get().number() <= last.number()
        ? null
        : "is missing, with all that followed it to line " + kept.get().number();
  }
}
