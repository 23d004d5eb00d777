package org.clew.model.attribution;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.Link;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/**
 * Who may be behind a subject: an outlet, an organization that a State controls, or an organization
 * that runs several outlets; or else an organization that runs assets itself, as a firm for hire
 * does. What a State has to do with it is input.
 *
 * @param id the outlet or organization
 * @param name what a reader should see
 * @param state ISO 3166 code of the State it belongs to; null where unknown
 * @param stateRelation official, state-controlled, captured, independent or unknown
 * @param relationSources the sources that say so, with their grades
 * @param disputedBy what other sources say of its state relation instead, by source
 * @param controllers who owns or controls it, however many steps up, itself included
 * @param formerControllers who did so once and does no more
 * @param formerly the State that did so once; null where none did or one still does
 * @param operator whether all that is known of it is that it runs assets or people itself. Chains
 *     pass through it, since it may work for another
 * @param runs how many assets it is said to operate or own itself
 * @param clients for whom it is said to work: what it supplies is context and never weighed, who
 *     employs it is a step of chains to that employer
 * @param own the sites and channels that are its own
 */
public record Candidate(
    EntityId id,
    String name,
    @Nullable String state,
    String stateRelation,
    SortedMap<EntityId, Grade> relationSources,
    SortedMap<EntityId, String> disputedBy,
    Set<EntityId> controllers,
    Set<EntityId> formerControllers,
    @Nullable FormerControl formerly,
    boolean operator,
    int runs,
    List<Client> clients,
    Set<EntityId> own) {
  /** The word for an outlet of which no source says anything. */
  public static final String UNKNOWN = "unknown";

  /** The word for what a State owns or directs. */
  public static final String STATE_CONTROLLED = "state-controlled";

  /** The word for what a State holds without owning it. */
  static final String CAPTURED = "captured";

  public Candidate {
    relationSources = Collections.unmodifiableSortedMap(new TreeMap<>(relationSources));
    disputedBy = Collections.unmodifiableSortedMap(new TreeMap<>(disputedBy));
    controllers = Collections.unmodifiableSet(new TreeSet<>(controllers));
    formerControllers = Collections.unmodifiableSet(new TreeSet<>(formerControllers));
    clients = List.copyOf(clients);
    own = Collections.unmodifiableSet(new TreeSet<>(own));
  }

  /**
   * For whom an operator is said to work.
   *
   * @param id the outlet, organization or State
   * @param link what says so
   * @param controllers who runs or once ran the client, itself included
   */
  public record Client(EntityId id, Link link, Set<EntityId> controllers) {
    public Client {
      controllers = Collections.unmodifiableSet(new TreeSet<>(controllers));
    }
  }

  /** What control by it means. */
  Relation relation() {
    return Relation.ofControlBy(stateRelation);
  }

  /** Whether an entity is this candidate or one of its own sites and channels. */
  boolean isAt(EntityId entity) {
    return entity.equals(id) || own.contains(entity);
  }

  /** Whether one of both is or was run by the other, or somebody runs or ran both. */
  boolean sharesControllerWith(Client client) {
    return ever().stream().anyMatch(client.controllers()::contains);
  }

  /** Whether one of both is or was run by the other, or somebody runs or ran both. */
  public boolean sharesControllerWith(Candidate other) {
    return ever().stream().anyMatch(each -> other.ever().contains(each));
  }

  /** Whether another runs it or once did. */
  boolean isBelow(EntityId other) {
    return controllers.contains(other) || formerControllers.contains(other);
  }

  /** The States that are said to run it, by code. */
  List<String> controllingStates() {
    return controllers.stream()
        .filter(each -> each.kind() == EntityKind.STATE)
        .map(EntityId::local)
        .toList();
  }

  private Set<EntityId> ever() {
    Set<EntityId> ever = new TreeSet<>(controllers);
    ever.addAll(formerControllers);
    return ever;
  }
}
