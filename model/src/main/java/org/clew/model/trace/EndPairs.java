package org.clew.model.trace;

import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.PairWeight;

/** The hops from and to the ends of chains, within the time they were whose they are. */
final class EndPairs {
  private final EvidenceKinds kinds;
  private final PairReader pairs;
  private final Neighbourhood neighbourhood;

  EndPairs(EvidenceKinds kinds, PairReader pairs, Neighbourhood neighbourhood) {
    this.kinds = kinds;
    this.pairs = pairs;
    this.neighbourhood = neighbourhood;
  }

  /** The hops between an end and other nodes. */
  Arcs arcs(End end) {
    return neighbourhood.arcs(end.node(), end.window());
  }

  /** The cost of the one hop from a start to a target, {@link Costs#NONE} where there is none. */
  long cost(End start, End target) {
    long cost = arcs(start).to(target.node());
    if (cost >= Costs.NONE || target.window().equals(DaySpan.UNKNOWN)) {
      return cost;
    }
    PairWeight weight = pairs.read(start.node(), start.window(), target.node(), target.window());
    return weight.lambda() < kinds.enterAtWeight()
        ? Costs.NONE
        : Costs.ofHop(weight.cost(kinds.priorOdds()));
  }
}
