package org.clew.api.attribution;

import java.util.List;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.source.PartialDate;
import org.clew.model.source.Tlp;
import org.jspecify.annotations.Nullable;

/**
 * What to attribute.
 *
 * @param subject an id, a handle, a host, a URL or a name
 * @param asOf only what was known then; null for all
 * @param trust ids of the only sources that count; empty for all
 * @param without ids of entities, links or sources to leave out
 * @param reader only what a reader up to that level may see; null for all
 * @param kinds version of the table of kinds to compute with; null for the present one
 * @param verdicts version of the table of verdicts to compute with; null for the present one
 */
public record AttributionRequest(
    String subject,
    @Nullable PartialDate asOf,
    List<String> trust,
    List<String> without,
    @Nullable Tlp reader,
    @Nullable Integer kinds,
    @Nullable Integer verdicts) {
  public AttributionRequest {
    if (subject.isBlank()) {
      throw new ClewException(Reason.USAGE, "Say which cluster or entity to attribute.");
    }
    trust = List.copyOf(trust);
    without = List.copyOf(without);
  }

  /** All evidence about a subject. */
  public static AttributionRequest of(String subject) {
    return new AttributionRequest(subject, null, List.of(), List.of(), null, null, null);
  }

  /** The same for another reader. */
  public AttributionRequest forReader(@Nullable Tlp other) {
    return new AttributionRequest(subject, asOf, trust, without, other, kinds, verdicts);
  }

  /** The same about another subject. */
  public AttributionRequest about(String other) {
    return new AttributionRequest(other, asOf, trust, without, reader, kinds, verdicts);
  }
}
