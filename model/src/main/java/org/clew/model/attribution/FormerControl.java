package org.clew.model.attribution;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.links.Link;
import org.clew.model.source.PartialDate;
import org.clew.model.trace.Chain;
import org.clew.model.trace.Hop;
import org.clew.model.trace.HopEvidence;

/**
 * That a State controlled a candidate once and does so no more. What ties a subject to the
 * candidate speaks of that State only if it is of that time.
 *
 * @param state ISO 3166 code of the State
 * @param stateRelation what the candidate was then: official, state-controlled or captured
 * @param days when; its last day is known
 * @param until the last day as it was written
 * @param sources the sources that say so
 */
public record FormerControl(
    String state, String stateRelation, DaySpan days, PartialDate until, Set<EntityId> sources) {
  public FormerControl {
    sources = Collections.unmodifiableSet(new TreeSet<>(sources));
  }

  /** The chains whose evidence at the candidate is of that time; undated evidence is not. */
  List<Chain> of(List<Chain> chains) {
    return chains.stream().filter(this::isOfThen).toList();
  }

  private boolean isOfThen(Chain chain) {
    List<Hop> hops = chain.hops();
    if (hops.isEmpty()) {
      return chain.assumptions().stream().anyMatch(tie -> isOfThen(tie.days()));
    }
    return hops.get(hops.size() - 1).evidence().stream()
        .filter(each -> each.weight().counted())
        .anyMatch(this::isOfThen);
  }

  private boolean isOfThen(HopEvidence evidence) {
    return evidence.statements().stream().allMatch(this::isOfThen);
  }

  private boolean isOfThen(Link link) {
    return isOfThen(DaySpan.of(link.firstSeen(), link.lastSeen()));
  }

  private boolean isOfThen(DaySpan seen) {
    boolean startedThen = seen.first() != DaySpan.OPEN_START && seen.first() <= days.last();
    boolean endedThen = seen.last() <= days.last();
    return (startedThen || endedThen) && seen.meets(days);
  }

  /** What control by the candidate meant then. */
  Relation relation() {
    return Relation.ofControlBy(stateRelation);
  }

  /** One clause. */
  String clause(String name) {
    return name + " was " + stateRelation + " (" + state + ") until " + until;
  }
}
