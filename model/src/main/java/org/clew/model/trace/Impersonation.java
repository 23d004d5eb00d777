package org.clew.model.trace;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
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
  private final Map<Integer, Optional<LookAlike.Host>> hosts = new HashMap<>();
  private final Map<Integer, Set<Integer>> counterparts = new HashMap<>();

  Impersonation(EvidenceGraph graph, int degreeCeiling) {
    this.graph = graph;
    this.degreeCeiling = degreeCeiling;
  }

  /**
   * Makes what is asked of pairs available at once, not a node at a time.
   *
   * @param others the second nodes of the pairs by the first; facts of all of them are there
   */
  void prepare(Map<Integer, int[]> others) {
    Set<Integer> nodes = new TreeSet<>(others.keySet());
    nodes.removeIf(counterparts::containsKey);
    nodes.addAll(joined(nodes, Join.IMPERSONATED, others.keySet()));
    joined(entity(nodes, others.keySet()), Join.IMPERSONATOR, others.keySet());
    Set<Integer> alike = new TreeSet<>();
    others.forEach(
        (node, with) -> {
          for (int other : with) {
            if (likeness(node, other) == Likeness.NEARLY_THE_SAME) {
              alike.add(node);
              alike.add(other);
            }
          }
        });
    ensure(alike);
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
    Optional<LookAlike.Host> host = host(node);
    Optional<LookAlike.Host> otherHost = host.isEmpty() ? host : host(other);
    return otherHost.isEmpty() ? Likeness.NONE : LookAlike.of(host.get(), otherHost.get());
  }

  private Optional<LookAlike.Host> host(int node) {
    return hosts.computeIfAbsent(
        node,
        key ->
            Optional.of(graph.id(key))
                .filter(id -> id.kind() == EntityKind.DOMAIN)
                .map(id -> LookAlike.Host.of(id.local(), registrable(graph, key))));
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
    Set<Integer> itself = Set.of(node);
    Set<Integer> found = new TreeSet<>();
    Set<Integer> victims = joined(itself, Join.IMPERSONATED, itself);
    found.addAll(victims.isEmpty() ? victims : entity(victims, itself));
    found.addAll(joined(entity(itself, itself), Join.IMPERSONATOR, itself));
    return found;
  }

  /**
   * Nodes with what is published on, publishes on or stands under them, and what these are with.
   */
  private Set<Integer> entity(Set<Integer> nodes, Set<Integer> read) {
    Set<Integer> entity = new TreeSet<>(nodes);
    for (int hop = 0; hop < HOPS_WITHIN_AN_ENTITY; hop++) {
      entity.addAll(joined(entity, Join.OF_ONE_OWNER, read));
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

  /**
   * What nodes are joined to.
   *
   * @param read the first nodes of pairs: what they are joined to is there, whatever their degree,
   *     and has to count, since the pair may be asked about from its other end
   */
  private Set<Integer> joined(Set<Integer> nodes, Join join, Set<Integer> read) {
    ensure(nodes);
    Set<Integer> found = new TreeSet<>();
    for (int node : nodes) {
      if ((read.contains(node) || !graph.isAbove(node, degreeCeiling))
          && graph.facts(node).notItsOwn() == null) {
        addJoined(found, graph.adjacency(node), join);
      }
    }
    return found;
  }

  private void ensure(Set<Integer> nodes) {
    graph.ensure(nodes.stream().mapToInt(Integer::intValue).toArray(), degreeCeiling);
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
    return !graph.isAbove(node, degreeCeiling);
  }
}
