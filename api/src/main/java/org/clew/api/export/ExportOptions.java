package org.clew.api.export;

import org.clew.api.attribution.AttributionDocument;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What an export says of itself.
 *
 * @param tlp how far its reader may pass it on, unless a source in it is for fewer; only STIX,
 *     pictures and briefs have a place for it
 * @param byDefault whether nobody asked for that level
 * @param truncated why a part of the graph was left out, as in {@link
 *     org.clew.cypher.export.Subgraph#truncated()}; null when none was
 * @param subject whom the part is about; only pictures and briefs have a place for it; null for
 *     nobody in particular
 * @param verdict what may be concluded about the subject; only a brief has a place for it
 */
public record ExportOptions(
    Tlp tlp,
    boolean byDefault,
    @Nullable String truncated,
    @Nullable EntityId subject,
    @Nullable AttributionDocument verdict) {
  /** Nothing was left out; TLP:AMBER, since accounts can be persons. */
  public static final ExportOptions DEFAULT = new ExportOptions(Tlp.AMBER, true, null, null, null);

  /** The same for a part of a graph that may have been cut. */
  public ExportOptions truncated(@Nullable String reason) {
    return new ExportOptions(tlp, byDefault, reason, subject, verdict);
  }

  /** The same, to be passed on as far as what a reader up to that level may see. */
  public ExportOptions forReader(Tlp reader) {
    return new ExportOptions(reader, false, truncated, subject, verdict);
  }

  /** The same about somebody. */
  public ExportOptions about(@Nullable EntityId someone) {
    return new ExportOptions(tlp, byDefault, truncated, someone, verdict);
  }

  /** The same with what may be concluded about the subject. */
  public ExportOptions withVerdict(AttributionDocument concluded) {
    return new ExportOptions(tlp, byDefault, truncated, subject, concluded);
  }
}
