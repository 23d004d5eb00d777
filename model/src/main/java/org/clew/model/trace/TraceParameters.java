package org.clew.model.trace;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * What to trace and how. Part of the result.
 *
 * @param members where chains may start
 * @param targets what they are to reach: outlets with the assets tied to them by identity, or other
 *     assets
 * @param selection the best chains of all, or the best one for each target
 * @param top how many chains; at least 1, default 10; of no effect for one chain for each target
 * @param hops most hops of a chain, 1 to 20, default 6
 * @param floor chains with a lower score are not reported, default 0.001
 * @param degreeCeiling nodes with more neighbours are not passed through, default 5,000
 * @param leads how many weaker pairs to list, default 20
 * @param asOf only evidence known on that day; null for all
 * @param trust only what these sources state; empty for all
 * @param without ids of indicators, entities, sources and links (their 16 hex digits) to leave out.
 *     It never lowers a degree. With a source goes what others merely repeat from it
 * @param timeBudget after this time the best found so far is given, default 30 s
 * @param nodeBudget after so many expanded nodes likewise, default 200,000
 */
public record TraceParameters(
    List<Member> members,
    List<EntityId> targets,
    Selection selection,
    int top,
    int hops,
    double floor,
    int degreeCeiling,
    int leads,
    @Nullable LocalDate asOf,
    Set<EntityId> trust,
    Set<String> without,
    Duration timeBudget,
    int nodeBudget) {
  private static final int MAX_HOPS = 20;

  /** Which chains are wanted. */
  public enum Selection {
    BEST,
    BEST_PER_TARGET
  }

  public TraceParameters {
    if (top < 1 || hops < 1 || hops > MAX_HOPS || degreeCeiling < 2 || leads < 0) {
      throw new ClewException(
          Reason.USAGE,
          "A trace needs at least 1 chain, 1 to 20 hops, a degree ceiling of at least 2 and no"
              + " negative number of leads.");
    }
    members = List.copyOf(members);
    targets = List.copyOf(new TreeSet<>(targets));
    trust = Collections.unmodifiableSortedSet(new TreeSet<>(trust));
    without = Collections.unmodifiableSortedSet(new TreeSet<>(without));
  }

  /** The defaults for these members and targets. */
  public static TraceParameters of(Collection<Member> members, Collection<EntityId> targets) {
    return new TraceParameters(
        List.copyOf(members),
        List.copyOf(targets),
        Selection.BEST,
        10,
        6,
        0.001,
        5000,
        20,
        null,
        Set.of(),
        Set.of(),
        Duration.ofSeconds(30),
        200_000);
  }

  /** Whether evidence counts whenever it was known, whoever states it. */
  boolean countAllEvidence() {
    return asOf == null && trust.isEmpty() && without.isEmpty();
  }

  /** The same with other targets. */
  public TraceParameters withTargets(List<EntityId> targets) {
    Draft draft = new Draft(this);
    draft.targets = targets;
    return draft.finish();
  }

  /** The same with these chains. */
  public TraceParameters withSelection(Selection selection) {
    Draft draft = new Draft(this);
    draft.selection = selection;
    return draft.finish();
  }

  /** The same with this many chains. */
  public TraceParameters withTop(int top) {
    Draft draft = new Draft(this);
    draft.top = top;
    return draft.finish();
  }

  /** The same with so many hops at most. */
  public TraceParameters withHops(int hops) {
    Draft draft = new Draft(this);
    draft.hops = hops;
    return draft.finish();
  }

  /** The same without chains below this. */
  public TraceParameters withFloor(double floor) {
    Draft draft = new Draft(this);
    draft.floor = floor;
    return draft.finish();
  }

  /** The same with this ceiling. */
  public TraceParameters withDegreeCeiling(int degreeCeiling) {
    Draft draft = new Draft(this);
    draft.degreeCeiling = degreeCeiling;
    return draft.finish();
  }

  /** The same with this many leads. */
  public TraceParameters withLeads(int leads) {
    Draft draft = new Draft(this);
    draft.leads = leads;
    return draft.finish();
  }

  /** The same with only what was known that day. */
  public TraceParameters withAsOf(@Nullable LocalDate asOf) {
    Draft draft = new Draft(this);
    draft.asOf = asOf;
    return draft.finish();
  }

  /** The same with only what these sources state. */
  public TraceParameters withTrust(Set<EntityId> trust) {
    Draft draft = new Draft(this);
    draft.trust = trust;
    return draft.finish();
  }

  /** The same with these left out. */
  public TraceParameters withWithout(Set<String> without) {
    Draft draft = new Draft(this);
    draft.without = without;
    return draft.finish();
  }

  /** The same with this time budget. */
  public TraceParameters withTimeBudget(Duration timeBudget) {
    Draft draft = new Draft(this);
    draft.timeBudget = timeBudget;
    return draft.finish();
  }

  /** The same with this budget of nodes. */
  public TraceParameters withNodeBudget(int nodeBudget) {
    Draft draft = new Draft(this);
    draft.nodeBudget = nodeBudget;
    return draft.finish();
  }

  /** A copy in which single values can be changed. */
  private static final class Draft {
    List<Member> members;
    List<EntityId> targets;
    Selection selection;
    int top;
    int hops;
    double floor;
    int degreeCeiling;
    int leads;
    @Nullable LocalDate asOf;
    Set<EntityId> trust;
    Set<String> without;
    Duration timeBudget;
    int nodeBudget;

    Draft(TraceParameters from) {
      members = from.members;
      targets = from.targets;
      selection = from.selection;
      top = from.top;
      hops = from.hops;
      floor = from.floor;
      degreeCeiling = from.degreeCeiling;
      leads = from.leads;
      asOf = from.asOf;
      trust = from.trust;
      without = from.without;
      timeBudget = from.timeBudget;
      nodeBudget = from.nodeBudget;
    }

    TraceParameters finish() {
      return new TraceParameters(
          members,
          targets,
          selection,
          top,
          hops,
          floor,
          degreeCeiling,
          leads,
          asOf,
          trust,
          without,
          timeBudget,
          nodeBudget);
    }
  }
}
