package org.clew.cypher.links;

import java.util.List;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * A link as the graph shows it, with the names of its ends and of its source.
 *
 * @param id the link's id
 * @param from where it starts
 * @param fromName name of that entity
 * @param type what it says
 * @param to where it ends
 * @param toName name of that entity
 * @param hypothesis what it can be evidence of, in lower case
 * @param source who says so
 * @param sourceTitle title of that source
 * @param grade grade of the statement, else of its source
 * @param basis observed, reported or derived
 * @param evidenceKind evidence kind where the link names one
 * @param firstSeen with the precision it was given
 * @param lastSeen likewise
 * @param count how often observed
 * @param evidence a few references to rows or addresses
 * @param note a sentence for the reader
 * @param status of a claim: proposed, accepted or rejected; null for other links
 */
public record LinkView(
    String id,
    EntityId from,
    String fromName,
    LinkType type,
    EntityId to,
    String toName,
    String hypothesis,
    EntityId source,
    @Nullable String sourceTitle,
    @Nullable String grade,
    String basis,
    @Nullable String evidenceKind,
    @Nullable String firstSeen,
    @Nullable String lastSeen,
    long count,
    List<String> evidence,
    @Nullable String note,
    @Nullable String status) {
  /** The same with the ends under other names. */
  public LinkView withNames(String ofFrom, String ofTo) {
    return new LinkView(
        id,
        from,
        ofFrom,
        type,
        to,
        ofTo,
        hypothesis,
        source,
        sourceTitle,
        grade,
        basis,
        evidenceKind,
        firstSeen,
        lastSeen,
        count,
        evidence,
        note,
        status);
  }

  /** The same with another grade. */
  public LinkView withGrade(@Nullable String other) {
    return new LinkView(
        id,
        from,
        fromName,
        type,
        to,
        toName,
        hypothesis,
        source,
        sourceTitle,
        other,
        basis,
        evidenceKind,
        firstSeen,
        lastSeen,
        count,
        evidence,
        note,
        status);
  }
}
