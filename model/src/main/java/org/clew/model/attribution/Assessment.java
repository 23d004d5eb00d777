package org.clew.model.attribution;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.clew.model.trace.Chain;
import org.clew.model.trace.Hop;
import org.clew.model.trace.PriorScore;

/**
 * How strong the evidence of control is, and what it rests on.
 *
 * @param score S
 * @param scores S at other prior odds, with the same pairs
 * @param weakest K: the lowest S after any one thing is taken away; S itself where nothing can be
 * @param chains the best chains, whose union is scored; none for an origin, which is one pair
 * @param pairs the pairs of that union
 * @param independentChains how many of them share no entity between, no indicator and no root
 * @param independentExact whether no larger set exists
 * @param roots roots of the reported evidence that counts
 * @param independentRoots roots of the independent chains, each record anyone can look up being one
 * @param observed whether any evidence that counts can be looked up by anyone
 * @param families families of the evidence that counts
 * @param carriedBy what the score hangs on, what lowers it most first
 * @param linkedMembers members from which these chains start
 * @param copyableOnly the pairs that nothing but copyable evidence ties, in words
 * @param capped whether high confidence is ruled out since it needs such a pair
 */
public record Assessment(
    Reliability score,
    List<PriorScore> scores,
    double weakest,
    List<Chain> chains,
    List<Hop> pairs,
    int independentChains,
    boolean independentExact,
    Set<EntityId> roots,
    int independentRoots,
    boolean observed,
    Set<String> families,
    List<Carrier> carriedBy,
    int linkedMembers,
    List<String> copyableOnly,
    boolean capped) {
  public Assessment {
    scores = List.copyOf(scores);
    chains = List.copyOf(chains);
    pairs = List.copyOf(pairs);
    roots = Collections.unmodifiableSet(new TreeSet<>(roots));
    families = Collections.unmodifiableSet(new TreeSet<>(families));
    carriedBy = List.copyOf(carriedBy);
    copyableOnly = List.copyOf(copyableOnly);
  }

  /** Whether a chain passes through an entity or ends there. */
  boolean passes(EntityId entity) {
    return pairs.stream().anyMatch(hop -> hop.from().equals(entity) || hop.to().equals(entity));
  }
}
