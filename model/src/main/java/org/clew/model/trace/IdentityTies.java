package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.EvidenceKind;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.evidence.EvidenceWeigher;
import org.clew.model.links.LinkType;

/**
 * The assets that are an outlet's own: those it publishes on, as a source of sufficient grade says,
 * and the hosts under them. An asset that is no outlet stands for itself alone.
 */
final class IdentityTies {
  private static final String FAMILY = "identity";

  private final EvidenceGraph graph;
  private final EvidenceKinds kinds;
  private final EvidenceWeigher weigher;
  private final StatementFilter filter;

  IdentityTies(EvidenceGraph graph, EvidenceKinds kinds, StatementFilter filter) {
    this.graph = graph;
    this.kinds = kinds;
    this.weigher = new EvidenceWeigher(kinds);
    this.filter = filter;
  }

  /** Makes the ends of these entities available at once, not an entity at a time. */
  void prepare(Collection<EntityId> entities) {
    int[] nodes =
        entities.stream().mapToInt(graph::node).filter(n -> n != EvidenceGraph.NONE).toArray();
    int[] outlets =
        Arrays.stream(nodes)
            .filter(node -> graph.id(node).kind() == EntityKind.MEDIA_OUTLET)
            .toArray();
    graph.ensure(outlets, Integer.MAX_VALUE);
    int[] assets = tied(outlets, LinkType.PUBLISHES_ON);
    graph.ensure(assets, Integer.MAX_VALUE);
    graph.ensure(tied(assets, LinkType.SUBDOMAIN_OF), 0);
  }

  private int[] tied(int[] nodes, LinkType type) {
    IntStream.Builder tied = IntStream.builder();
    for (int node : nodes) {
      Adjacency links = graph.adjacency(node);
      for (int i = 0; i < links.size(); i++) {
        if (links.type(i) == type) {
          tied.add(links.neighbour(i));
        }
      }
    }
    return tied.build().distinct().toArray();
  }

  /** The ends an entity gives, in the order of their ids; none where it has no evidence. */
  List<End> ends(EntityId entity, int owner, long cost) {
    int node = graph.node(entity);
    if (node == EvidenceGraph.NONE || !filter.keepsNode(node)) {
      return List.of();
    }
    Map<EntityId, End> ends = new TreeMap<>();
    ends.put(entity, new End(owner, node, entity, DaySpan.UNKNOWN, List.of(), cost));
    if (entity.kind() == EntityKind.MEDIA_OUTLET) {
      graph.ensure(new int[] {node}, Integer.MAX_VALUE);
      addTied(ends, ends.get(entity), LinkType.PUBLISHES_ON, true);
      int[] own = ends.values().stream().mapToInt(End::node).toArray();
      graph.ensure(own, Integer.MAX_VALUE);
      for (End end : List.copyOf(ends.values())) {
        if (end.id().kind() == EntityKind.DOMAIN) {
          addTied(ends, end, LinkType.SUBDOMAIN_OF, false);
        }
      }
    }
    return List.copyOf(ends.values());
  }

  private void addTied(Map<EntityId, End> ends, End from, LinkType type, boolean outgoing) {
    Adjacency links = graph.adjacency(from.node());
    for (int i = 0; i < links.size(); i++) {
      if (links.type(i) == type
          && links.outgoing(i) == outgoing
          && filter.keepsNode(links.neighbour(i))
          && filter.keepsAssumption(links, i)
          && isIdentity(links, i)
          && isItsOwn(type, from.node(), links.neighbour(i))) {
        add(ends, from, links, i);
      }
    }
  }

  private boolean isIdentity(Adjacency links, int index) {
    if (links.type(index) == LinkType.SUBDOMAIN_OF) {
      return true;
    }
    String named = links.evidenceKind(index);
    EvidenceKind stated =
        (named == null ? kinds.ofRelation(links.type(index)) : kinds.find(named)).orElse(null);
    return stated != null && weigher.atGrade(stated, links.grade(index)).family().equals(FAMILY);
  }

  private boolean isItsOwn(LinkType type, int node, int neighbour) {
    graph.ensure(new int[] {neighbour}, 0);
    NodeFacts host = graph.facts(type == LinkType.SUBDOMAIN_OF ? node : neighbour);
    NodeFacts other = graph.facts(type == LinkType.SUBDOMAIN_OF ? neighbour : node);
    return DirectLinks.ruledOut(type, other, host) == null;
  }

  private void add(Map<EntityId, End> ends, End from, Adjacency links, int index) {
    EntityId id = graph.id(links.neighbour(index));
    DaySpan days = links.type(index) == LinkType.SUBDOMAIN_OF ? from.window() : links.days(index);
    List<Long> ties = new ArrayList<>(from.ties());
    ties.add(links.relationship(index));
    End tied = new End(from.owner(), links.neighbour(index), id, days, ties, from.cost());
    ends.merge(id, tied, IdentityTies::widest);
  }

  private static End widest(End a, End b) {
    if (a.ties().isEmpty()) {
      return a;
    }
    DaySpan window =
        new DaySpan(
            Math.min(a.window().first(), b.window().first()),
            Math.max(a.window().last(), b.window().last()));
    List<Long> ties = new ArrayList<>(a.ties());
    b.ties().stream().filter(tie -> !ties.contains(tie)).forEach(ties::add);
    return new End(a.owner(), a.node(), a.id(), window, ties, a.cost());
  }
}
