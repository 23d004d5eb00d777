package org.clew.model.trace;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.clew.model.entity.Entity;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.Provenance;
import org.clew.model.links.Hypothesis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Source;

/** All evidence as objects, for tests and small cases. */
final class InMemoryEvidenceGraph implements EvidenceGraph, LinkAdjacency.Table {
  private final List<Link> links;
  private final List<EntityId> ids = new ArrayList<>();
  private final Map<EntityId, Integer> nodes = new HashMap<>();
  private final List<NodeFacts> facts = new ArrayList<>();
  private final List<Adjacency> adjacency = new ArrayList<>();
  private final List<Integer> degrees = new ArrayList<>();
  private final List<Source> sources = new ArrayList<>();
  private final Map<EntityId, Integer> sourceNumbers = new HashMap<>();
  private final Provenance provenance;

  InMemoryEvidenceGraph(
      Collection<Entity> entities,
      Collection<Link> links,
      Collection<Source> sources,
      Predicate<Link> accepted) {
    Map<String, Link> byId = new TreeMap<>();
    links.stream()
        .filter(link -> isEvidence(link, accepted))
        .forEach(link -> byId.putIfAbsent(link.id(), link));
    this.links = List.copyOf(byId.values());
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
      addSource(Source.onlyNamed(link.source()));
    }
    for (int node = 0; node < ids.size(); node++) {
      adjacency.add(new LinkAdjacency(this, node, byNode.get(node)));
      degrees.add(degree(adjacency.get(node)));
    }
  }

  private int nodeOf(EntityId id) {
    return nodes.getOrDefault(id, NONE);
  }

  @Override
  public long version() {
    return 0;
  }

  private static int degree(Adjacency links) {
    return (int)
        IntStream.range(0, links.size())
            .filter(i -> links.type(i) != LinkType.IMPERSONATES)
            .map(links::neighbour)
            .distinct()
            .count();
  }

  @Override
  public Link link(int number) {
    return links.get(number);
  }

  @Override
  public int sourceNumber(EntityId id) {
    return sourceNumbers.getOrDefault(id, NONE);
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
    return degrees.get(node);
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
}
