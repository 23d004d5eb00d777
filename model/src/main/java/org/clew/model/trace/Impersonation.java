package org.clew.model.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.LookAlike;
import org.clew.model.evidence.LookAlike.Likeness;
import org.clew.model.links.LinkType;
import org.jspecify.annotations.Nullable;

/**
 * Between whom copyable evidence counts nothing: a site and one it impersonates. It does not matter
 * who says so, nor what the trace leaves out: leaving something out never adds weight.
 */
final class Impersonation {
  private static final int HOPS_WITHIN_AN_ENTITY = 2;

  private final EvidenceGraph graph;
  private final int degreeCeiling;
  private final Map<Integer, Set<Integer>> counterparts = new HashMap<>();

  Impersonation(EvidenceGraph graph, int degreeCeiling) {
    this.graph = graph;
    this.degreeCeiling = degreeCeiling;
  }

  /** Why copyable evidence counts nothing between the two, as a clause; null where it counts. */
  @Nullable String reason(int node, int other) {
    if (counterparts.computeIfAbsent(node, this::findCounterparts).contains(other)) {
      return "anyone can copy it, and the one impersonates the other";
    }
    Likeness likeness = likeness(node, other);
    boolean looksAlike =
        likeness == Likeness.SAME_TO_THE_EYE
            || (likeness == Likeness.NEARLY_THE_SAME && (isAnOutlets(node) || isAnOutlets(other)));
    return looksAlike ? "anyone can copy it, and the hosts look alike" : null;
  }

  private Likeness likeness(int node, int other) {
    EntityId id = graph.id(node);
    EntityId otherId = graph.id(other);
    if (id.kind() != EntityKind.DOMAIN || otherId.kind() != EntityKind.DOMAIN) {
      return Likeness.NONE;
    }
    return LookAlike.of(
        id.local(), registrable(graph, node), otherId.local(), registrable(graph, other));
  }

  /** The registrable domain of a host's node, the host itself where it is unknown. */
  static String registrable(EvidenceGraph graph, int node) {
    String known = graph.facts(node).registrableDomain();
    return known == null ? graph.id(node).local() : known;
  }

  private boolean isAnOutlets(int node) {
    if (!isRead(node)) {
      return false;
    }
    Adjacency links = graph.adjacency(node);
    for (int i = 0; i < links.size(); i++) {
      if (links.type(i) == LinkType.PUBLISHES_ON) {
        return true;
      }
    }
    return false;
  }

  private Set<Integer> findCounterparts(int node) {
    Set<Integer> found = new TreeSet<>();
    for (int victim : joined(Set.of(node), Join.IMPERSONATED)) {
      found.addAll(entity(victim));
    }
    found.addAll(joined(entity(node), Join.IMPERSONATOR));
    return found;
  }

  /** A node with what is published on, publishes on or stands under it, and what these are with. */
  private Set<Integer> entity(int node) {
    Set<Integer> entity = new TreeSet<>(Set.of(node));
    for (int hop = 0; hop < HOPS_WITHIN_AN_ENTITY; hop++) {
      entity.addAll(joined(entity, Join.OF_ONE_OWNER));
    }
    return entity;
  }

  private enum Join {
    IMPERSONATED,
    IMPERSONATOR,
    OF_ONE_OWNER;

    boolean fits(LinkType type, boolean outgoing) {
      return switch (this) {
        case IMPERSONATED -> type == LinkType.IMPERSONATES && outgoing;
        case IMPERSONATOR -> type == LinkType.IMPERSONATES && !outgoing;
        case OF_ONE_OWNER -> type == LinkType.PUBLISHES_ON || type == LinkType.SUBDOMAIN_OF;
      };
    }
  }

  private Set<Integer> joined(Set<Integer> nodes, Join join) {
    graph.ensure(nodes.stream().mapToInt(Integer::intValue).toArray(), degreeCeiling);
    Set<Integer> found = new TreeSet<>();
    for (int node : nodes) {
      if (graph.degree(node) <= degreeCeiling && graph.facts(node).notItsOwn() == null) {
        addJoined(found, graph.adjacency(node), join);
      }
    }
    return found;
  }

  private static void addJoined(Set<Integer> found, Adjacency links, Join join) {
    for (int i = 0; i < links.size(); i++) {
      if (join.fits(links.type(i), links.outgoing(i))) {
        found.add(links.neighbour(i));
      }
    }
  }

  private boolean isRead(int node) {
    graph.ensure(new int[] {node}, degreeCeiling);
    return graph.degree(node) <= degreeCeiling;
  }
}
