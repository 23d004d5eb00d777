package org.clew.model.attribution;

import java.util.List;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.trace.TraceParameters;
import org.jspecify.annotations.Nullable;

/**
 * How to attribute. Part of the result.
 *
 * @param search limits, as-of day, trust and what is left out; its members and targets have no
 *     meaning here
 * @param kinds the table of kinds of evidence
 * @param table the table of verdicts
 * @param seed what simulations start from, default 1
 */
public record AttributionParameters(
    TraceParameters search, EvidenceKinds kinds, VerdictTable table, long seed) {
  /** The defaults. */
  public static final AttributionParameters DEFAULTS =
      new AttributionParameters(
          TraceParameters.of(List.of(), List.of()),
          EvidenceKinds.builtIn(),
          VerdictTable.builtIn(),
          1);

  /**
   * The same with tables of other versions.
   *
   * @param kindsVersion null for the present table
   * @param tableVersion null for the present table
   * @throws org.clew.model.ClewException USAGE when there is no such version
   */
  public AttributionParameters withTables(
      @Nullable Integer kindsVersion, @Nullable Integer tableVersion) {
    return new AttributionParameters(
        search,
        kindsVersion == null ? kinds : EvidenceKinds.ofVersion(kindsVersion),
        tableVersion == null ? table : VerdictTable.ofVersion(tableVersion),
        seed);
  }

  /** The same with another search. */
  public AttributionParameters withSearch(TraceParameters newSearch) {
    return new AttributionParameters(newSearch, kinds, table, seed);
  }
}
