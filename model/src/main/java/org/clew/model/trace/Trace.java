package org.clew.model.trace;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The chains of control evidence that were found.
 *
 * @param parameters what was asked
 * @param methodVersion version of the table of kinds
 * @param chains the best score first
 * @param leads pairs too weak for a chain that would complete one, the heaviest first
 * @param skippedHubs what was not passed through, by id
 * @param truncated why the answer is not complete; null where it is
 * @param graphVersion version of the graph that was read
 */
public record Trace(
    TraceParameters parameters,
    int methodVersion,
    List<Chain> chains,
    List<Hop> leads,
    List<SkippedHub> skippedHubs,
    @Nullable Truncation truncated,
    long graphVersion) {
  public Trace {
    chains = List.copyOf(chains);
    leads = List.copyOf(leads);
    skippedHubs = List.copyOf(skippedHubs);
  }
}
