package org.clew.loader.ingest;

import java.util.Locale;
import java.util.Set;
import org.clew.cypher.schema.GraphSchema;
import org.clew.model.ClewException;
import org.clew.model.claim.Claim;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.PartialDate;
import org.jspecify.annotations.Nullable;

/** Links from the records of an exported graph. */
final class ExportedLinks {
  /** The properties that every link can have. */
  static final Set<String> PROPERTIES =
      Set.of(
          GraphSchema.ID,
          GraphSchema.SOURCE,
          GraphSchema.FIRST_SEEN,
          GraphSchema.LAST_SEEN,
          GraphSchema.COUNT,
          GraphSchema.BASIS,
          GraphSchema.EVIDENCE_KIND,
          GraphSchema.GRADE,
          GraphSchema.EVIDENCE,
          GraphSchema.NOTE,
          GraphSchema.STATUS);

  private ExportedLinks() {}

  /** A link; one that names no source is stated by the file. */
  static Link link(GraphRecord item, String from, String typeName, String to) throws CaseFault {
    LinkType type =
        LinkType.ofName(typeName)
            .orElseThrow(() -> new CaseFault("type", "'" + typeName + "' is not a link type."));
    EntityId start = entity("from", from);
    EntityId end = entity("to", to);
    if (!type.joins(start.kind(), end.kind())) {
      throw new CaseFault(
          "type",
          type + " cannot join " + start.kind().label() + " to " + end.kind().label() + ".");
    }
    String source = item.optional(GraphSchema.SOURCE);
    return new Link(
        start,
        type,
        end,
        source == null ? FactSink.FILE : entity(GraphSchema.SOURCE, source),
        date(item, GraphSchema.FIRST_SEEN),
        date(item, GraphSchema.LAST_SEEN),
        count(item),
        basis(item),
        item.optional(GraphSchema.EVIDENCE_KIND),
        grade(item, GraphSchema.GRADE),
        item.texts(GraphSchema.EVIDENCE),
        item.optional(GraphSchema.NOTE));
  }

  /** Where a claim stands; proposed where the record does not say. */
  static Claim.Status status(GraphRecord item) throws CaseFault {
    String word = item.optional(GraphSchema.STATUS);
    for (Claim.Status status : Claim.Status.values()) {
      if (word == null || status.word().equals(word.toLowerCase(Locale.ROOT))) {
        return status;
      }
    }
    throw new CaseFault(GraphSchema.STATUS, "'" + word + "' is not a claim's status.");
  }

  static EntityId entity(String key, String id) throws CaseFault {
    if (Unpaired.isIn(id)) {
      throw new CaseFault(key, Unpaired.REASON);
    }
    try {
      return new EntityId(id);
    } catch (ClewException e) {
      throw new CaseFault(key, String.valueOf(e.getMessage()));
    }
  }

  static @Nullable PartialDate date(GraphRecord item, String key) throws CaseFault {
    String text = item.optional(key);
    if (text == null) {
      return null;
    }
    return PartialDate.tryParse(text)
        .orElseThrow(() -> new CaseFault(key, "'" + text + "' is not a date."));
  }

  static @Nullable Grade grade(GraphRecord item, String key) throws CaseFault {
    String text = item.optional(key);
    try {
      return text == null ? null : Grade.parse(text);
    } catch (ClewException e) {
      throw new CaseFault(key, String.valueOf(e.getMessage()));
    }
  }

  private static long count(GraphRecord item) throws CaseFault {
    Object count = item.properties().getOrDefault(GraphSchema.COUNT, 1L);
    if (count instanceof Long number && number >= 1) {
      return number;
    }
    throw new CaseFault(GraphSchema.COUNT, "'" + count + "' is not a count of at least 1.");
  }

  private static Basis basis(GraphRecord item) throws CaseFault {
    String word = item.optional(GraphSchema.BASIS);
    for (Basis basis : Basis.values()) {
      if (basis.word().equals(word == null ? Basis.REPORTED.word() : word)) {
        return basis;
      }
    }
    throw new CaseFault(GraphSchema.BASIS, "'" + word + "' is not observed, reported or derived.");
  }
}
