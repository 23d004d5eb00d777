package org.clew.api.export;

import org.jspecify.annotations.Nullable;

/**
 * What an export says of itself.
 *
 * @param tlp how far its reader may pass it on; only STIX has a place for it
 * @param truncated why a part of the graph was left out, as in {@link
 *     org.clew.cypher.export.Subgraph#truncated()}; null when none was
 */
public record ExportOptions(Tlp tlp, @Nullable String truncated) {
  /** Nothing was left out; TLP:AMBER, since accounts can be persons. */
  public static final ExportOptions DEFAULT = new ExportOptions(Tlp.AMBER, null);

  /** The same for a part of a graph that may have been cut. */
  public ExportOptions truncated(@Nullable String reason) {
    return new ExportOptions(tlp, reason);
  }
}
