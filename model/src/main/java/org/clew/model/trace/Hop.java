package org.clew.model.trace;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.Fact;
import org.clew.model.evidence.WeighedEvidence;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;

/**
 * A step of a chain from one asset to the next.
 *
 * @param evidence all facts that may tie the two, those that count first
 * @param facts the same facts before they were weighed, with all statements of each: what is needed
 *     to weigh the pair again without some of them
 * @param lambda Λ, what they weigh together
 * @param probability p at the prior odds of the table
 * @param sentence one sentence for a reader
 */
public record Hop(
    EntityId from,
    EntityId to,
    List<HopEvidence> evidence,
    List<Fact> facts,
    double lambda,
    double probability,
    String sentence) {
  public Hop {
    evidence = List.copyOf(evidence);
    facts = List.copyOf(facts);
  }

  /** What evidence of this hop says of one of its ends. */
  public Passage.Side side(EntityId end, List<WeighedEvidence> of) {
    Set<LinkType> holding =
        evidence.stream()
            .flatMap(each -> each.statements().stream())
            .filter(link -> Tenures.HELD_BY.contains(link.type()) && link.to().equals(end))
            .map(Link::type)
            .collect(Collectors.toSet());
    return Passage.Side.of(of, end.equals(from), holding);
  }
}
