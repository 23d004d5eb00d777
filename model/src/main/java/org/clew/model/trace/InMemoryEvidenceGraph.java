package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.evidence.Provenance;
import org.clew.model.links.Basis;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/** All evidence as objects, for tests and small cases. */
final class InMemoryEvidenceGraph implements EvidenceGraph {
  private final List<Link> links;
  private final List<DaySpan> days;
  private final List<EntityId> ids = new ArrayList<>();
  private final Map<EntityId, Integer> nodes = new HashMap<>();
  private final List<NodeFacts> facts = new ArrayList<>();
  private final List<LinksOfNode> adjacency = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final Map<EntityId, Integer> sourceNumbers = new HashMap<>();
  private final Provenance provenance;

  InMemoryEvidenceGraph(
      Collection<Entity> entities,
      Collection<Link> links,
      Collection<Source> sources,
      Predicate<Link> accepted) {
    this.links =
        links.stream()
            .filter(link -> isEvidence(link, accepted))
            .collect(Collectors.toMap(Link::id, link -> link, (a, b) -> a, LinkedHashMap::new))
            .values()
            .stream()
            .sorted(Comparator.comparing(Link::id))
            .toList();
    this.days = this.links.stream().map(l -> DaySpan.of(l.firstSeen(), l.lastSeen())).toList();
    this.provenance = new Provenance(sources);
    sources.forEach(this::addSource);
    Map<EntityId, NodeAttributes> stated = new HashMap<>();
    for (Entity entity : entities) {
      stated.computeIfAbsent(entity.id(), NodeAttributes::new).add(entity);
    }
    this.links.stream()
        .flatMap(link -> List.of(link.from(), link.to()).stream())
        .distinct()
        .sorted()
        .forEach(id -> addNode(id, stated.getOrDefault(id, new NodeAttributes(id))));
    addAdjacency();
  }

  private static boolean isEvidence(Link link, Predicate<Link> accepted) {
    if (link.type() == LinkType.SAME_AS) {
      return accepted.test(link);
    }
    return link.type() == LinkType.IMPERSONATES || link.type().hypothesis() == Hypothesis.CONTROL;
  }

  private void addSource(Source source) {
    if (sourceNumbers.putIfAbsent(source.id(), sources.size()) == null) {
      sources.add(source);
    }
  }

  private void addNode(EntityId id, NodeAttributes attributes) {
    nodes.put(id, ids.size());
    ids.add(id);
    facts.add(attributes.facts());
  }

  private void addAdjacency() {
    List<List<Integer>> byNode = new ArrayList<>();
    ids.forEach(id -> byNode.add(new ArrayList<>()));
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      byNode.get(nodeOf(link.from())).add(i);
      if (!link.from().equals(link.to())) {
        byNode.get(nodeOf(link.to())).add(i);
      }
      addSource(onlyNamed(link.source()));
    }
    for (int node = 0; node < ids.size(); node++) {
      adjacency.add(new LinksOfNode(node, byNode.get(node)));
    }
  }

  private static Source onlyNamed(EntityId id) {
    return new Source(
        id, id.local(), null, null, Grade.UNKNOWN, null, null, null, null, null, List.of());
  }

  private int nodeOf(EntityId id) {
    return nodes.getOrDefault(id, NONE);
  }

  @Override
  public long version() {
    return 0;
  }

  @Override
  public int node(EntityId id) {
    return nodeOf(id);
  }

  @Override
  public EntityId id(int node) {
    return ids.get(node);
  }

  @Override
  public void ensure(int[] frontier, int degreeCeiling) {
    // Everything is there.
  }

  @Override
  public NodeFacts facts(int node) {
    return facts.get(node);
  }

  @Override
  public int degree(int node) {
    return adjacency.get(node).degree;
  }

  @Override
  public Adjacency adjacency(int node) {
    return adjacency.get(node);
  }

  @Override
  public Source source(int number) {
    return sources.get(number);
  }

  @Override
  public Provenance provenance() {
    return provenance;
  }

  @Override
  public List<Link> links(Collection<Long> relationships) {
    return relationships.stream().map(handle -> links.get(handle.intValue())).toList();
  }

  private final class LinksOfNode implements Adjacency {
    private final int node;
    private final int[] of;
    private final int degree;

    LinksOfNode(int node, List<Integer> indexes) {
      this.node = node;
      this.of =
          indexes.stream()
              .sorted(Comparator.comparingInt(this::otherEnd).thenComparing(i -> i))
              .mapToInt(Integer::intValue)
              .toArray();
      this.degree =
          (int)
              indexes.stream()
                  .filter(i -> links.get(i).type() != LinkType.IMPERSONATES)
                  .mapToInt(this::otherEnd)
                  .distinct()
                  .count();
    }

    private int otherEnd(int link) {
      int from = nodeOf(links.get(link).from());
      return from == node ? nodeOf(links.get(link).to()) : from;
    }

    @Override
    public int size() {
      return of.length;
    }

    @Override
    public int neighbour(int index) {
      return otherEnd(of[index]);
    }

    @Override
    public LinkType type(int index) {
      return link(index).type();
    }

    @Override
    public boolean outgoing(int index) {
      return nodeOf(link(index).from()) == node;
    }

    @Override
    public @Nullable String evidenceKind(int index) {
      return link(index).evidenceKind();
    }

    @Override
    public Grade grade(int index) {
      Grade own = link(index).grade();
      return own == null ? sources.get(source(index)).grade() : own;
    }

    @Override
    public DaySpan days(int index) {
      return days.get(of[index]);
    }

    @Override
    public boolean reported(int index) {
      return link(index).basis() == Basis.REPORTED;
    }

    @Override
    public int source(int index) {
      return sourceNumbers.getOrDefault(link(index).source(), NONE);
    }

    @Override
    public long relationship(int index) {
      return of[index];
    }

    private Link link(int index) {
      return links.get(of[index]);
    }
  }
}
