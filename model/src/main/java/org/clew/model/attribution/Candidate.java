package org.clew.model.attribution;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.clew.model.links.Link;
import org.jspecify.annotations.Nullable;

/**
 * Who may be behind a subject: an outlet, an organization that a State controls, or an organization
 * that runs several outlets. What a State has to do with it is input.
 *
 * @param id the outlet or organization
 * @param name what a reader should see
 * @param state ISO 3166 code of the State it belongs to; null where unknown
 * @param stateRelation official, state-controlled, captured, independent or unknown
 * @param relationSources the sources that say so
 * @param disputedBy what other sources say of its state relation instead, by source
 * @param controllers who owns or controls it, however many steps up, itself included
 * @param controlledBy the links that say so
 */
public record Candidate(
    EntityId id,
    String name,
    @Nullable String state,
    String stateRelation,
    Set<EntityId> relationSources,
    SortedMap<EntityId, String> disputedBy,
    Set<EntityId> controllers,
    List<Link> controlledBy) {
  /** The word for an outlet of which no source says anything. */
  public static final String UNKNOWN = "unknown";

  /** The word for what a State owns or directs. */
  public static final String STATE_CONTROLLED = "state-controlled";

  private static final Set<String> DIRECTED = Set.of("official", STATE_CONTROLLED);
  private static final String CAPTURED = "captured";

  public Candidate {
    relationSources = Collections.unmodifiableSet(new TreeSet<>(relationSources));
    disputedBy = Collections.unmodifiableSortedMap(new TreeMap<>(disputedBy));
    controllers = Collections.unmodifiableSet(new TreeSet<>(controllers));
    controlledBy = List.copyOf(controlledBy);
  }

  /** What control by it means. */
  Relation relation() {
    if (DIRECTED.contains(stateRelation)) {
      return Relation.STATE_LINKED;
    }
    return stateRelation.equals(CAPTURED) ? Relation.LINKED_TO_CAPTURED : Relation.LINKED;
  }

  /** Whether one of both is run by the other, or somebody runs both. */
  public boolean sharesControllerWith(Candidate other) {
    return !Collections.disjoint(controllers, other.controllers);
  }
}
