package org.clew.model.claim;

import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.entity.Hashes;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What an analyst wrote of an entity, a cluster or a link. It is shown beside the evidence and is
 * none itself.
 *
 * @param entity about whom; of a link the entity where it starts
 * @param link id of the link it is about; null when it is about the entity
 * @param text what was written, at most {@value #LONGEST} characters; never blank
 * @param assessment what the analyst holds of it; null where the note does not say
 * @param by who wrote it; null where that is not said
 * @param date when
 * @param tlp how far it may be passed on; null where nobody said
 */
public record AnalystNote(
    EntityId entity,
    @Nullable String link,
    String text,
    @Nullable Judgement assessment,
    @Nullable String by,
    PartialDate date,
    @Nullable Tlp tlp) {
  /** More is a report, which is loaded as a source. */
  public static final int LONGEST = 10_000;

  private static final int LONGEST_NAME = 200;

  public AnalystNote {
    if (text.isBlank() || text.length() > LONGEST) {
      throw new ClewException(
          Reason.USAGE, "A note has a text of 1 to " + LONGEST + " characters.");
    }
    if (by != null && (by.isBlank() || by.length() > LONGEST_NAME)) {
      throw new ClewException(
          Reason.USAGE, "The name of who says so has 1 to " + LONGEST_NAME + " characters.");
    }
    if (entity.kind() == EntityKind.SOURCE) {
      throw new ClewException(
          Reason.USAGE, "A note is about an entity, a cluster or a link, not about a source.");
    }
  }

  /** {@code note-} and 16 hex digits of the SHA-256 of all it says. */
  public String id() {
    return "note-"
        + Hashes.shortHash(
            String.join(
                    "|", entity.value(), "" + link, "" + assessment, "" + by, "" + date, "" + tlp)
                + "|"
                + text);
  }

  /** The source that the note is, which gives it and takes it back. */
  public EntityId source() {
    return EntityId.source(id());
  }
}
