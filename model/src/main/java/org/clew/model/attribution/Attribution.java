package org.clew.model.attribution;

import java.util.List;
import org.clew.model.trace.Hop;
import org.clew.model.trace.SkippedHub;
import org.clew.model.trace.Truncation;
import org.jspecify.annotations.Nullable;

/**
 * What may be concluded about a subject.
 *
 * @param subject its case
 * @param parameters how it was done
 * @param startingMembers members from which chains may start: those that surely enough belong
 * @param candidates those that anything speaks for, the strongest first
 * @param origins States, the strongest first
 * @param amplification the test of whose content the subject spreads; null where no layer was given
 * @param leads pairs too weak for a chain that would complete one
 * @param skippedHubs what was not passed through
 * @param truncated why the answer is not complete; null where it is
 * @param graphVersion version of the graph that was read
 */
public record Attribution(
    AttributionCase subject,
    AttributionParameters parameters,
    int startingMembers,
    List<CandidateFinding> candidates,
    List<OriginFinding> origins,
    @Nullable Amplification amplification,
    List<Hop> leads,
    List<SkippedHub> skippedHubs,
    @Nullable Truncation truncated,
    long graphVersion) {
  public Attribution {
    candidates = List.copyOf(candidates);
    origins = List.copyOf(origins);
    leads = List.copyOf(leads);
    skippedHubs = List.copyOf(skippedHubs);
  }
}
