package org.clew.model.attribution;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.Fact;
import org.clew.model.links.Link;
import org.clew.model.trace.Member;

/**
 * A subject with everything that is input and not evidence, as it stood on the day asked for.
 *
 * @param subject the cluster or asset
 * @param name what a reader should see
 * @param members from whom chains may start; the subject itself where it is no cluster
 * @param memberships the links that draw up a cluster: an assumption
 * @param candidates who may be behind it, by id
 * @param operators the organizations that run assets themselves, members of the subject included
 * @param origins what ties the subject and its members to each State
 * @param conclusions what others concluded
 * @param conclusionRoots the roots these come from in the end
 * @param assumptions what is taken as given, in sentences
 */
public record AttributionCase(
    EntityId subject,
    String name,
    List<Member> members,
    List<Link> memberships,
    List<Candidate> candidates,
    List<Candidate> operators,
    Map<EntityId, List<OriginFact>> origins,
    List<Conclusion> conclusions,
    Set<EntityId> conclusionRoots,
    List<String> assumptions) {
  public AttributionCase {
    members = List.copyOf(members);
    memberships = List.copyOf(memberships);
    candidates = List.copyOf(candidates);
    operators = List.copyOf(operators);
    conclusions = List.copyOf(conclusions);
    conclusionRoots = Collections.unmodifiableSet(new TreeSet<>(conclusionRoots));
    assumptions = List.copyOf(assumptions);
  }

  /** The candidates whose content the subject may spread: all that are no operators. */
  public List<EntityId> outlets() {
    return candidates.stream().filter(each -> !each.operator()).map(Candidate::id).toList();
  }

  /**
   * One thing that says where the subject is operated from.
   *
   * @param about the subject or the member it is said of
   * @param aboutName the name of that
   * @param fact its statements, ready to be weighed
   * @param links the links behind them
   */
  public record OriginFact(EntityId about, String aboutName, Fact fact, List<Link> links) {
    public OriginFact {
      links = List.copyOf(links);
    }
  }
}
