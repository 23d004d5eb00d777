package org.clew.model.trace;

import java.time.Clock;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.EvidenceKinds;

/**
 * Traces chains of control evidence from the members of a subject to its targets: the exact
 * cheapest simple paths on -ln p of at most so many hops. A hop goes from asset to asset; what the
 * two share is its evidence. The graph is read from both ends at once, one hop deeper at a time,
 * until no longer chain can be better than the ones found. Equal inputs give equal results.
 *
 * <p>Complexity: the pairs of a node are combined when it is reached, in the number of its
 * indicators' users; each depth adds a dynamic programme linear in hops times pairs found, and a
 * best-first search that seldom opens more than the chains it reports.
 */
public final class Tracer {
  private final EvidenceKinds kinds;
  private final Clock clock;

  /**
   * A tracer.
   *
   * @param kinds the table of kinds
   * @param clock what the time budget is measured by
   */
  public Tracer(EvidenceKinds kinds, Clock clock) {
    this.kinds = kinds;
    this.clock = clock;
  }

  /** The chains from the members to the targets. */
  public Trace trace(EvidenceGraph graph, TraceParameters parameters) {
    return new TraceRun(graph, kinds, parameters, new Budget(clock, parameters)).run();
  }

  /**
   * What ties one pair of entities, as a hop that need not be strong enough for a chain.
   *
   * @param parameters which evidence counts; its members and targets have no meaning here
   */
  public Hop pair(EvidenceGraph graph, TraceParameters parameters, EntityId from, EntityId to) {
    return new TraceRun(graph, kinds, parameters, new Budget(clock, parameters)).pair(from, to);
  }
}
