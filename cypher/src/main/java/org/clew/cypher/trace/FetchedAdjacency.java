package org.clew.cypher.trace;

import java.util.Comparator;
import java.util.List;
import org.clew.model.evidence.DaySpan;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.trace.Adjacency;
import org.jspecify.annotations.Nullable;

/** The fetched links of one node. */
final class FetchedAdjacency implements Adjacency {
  private final CypherEvidenceGraph graph;
  private final int node;
  private final int[] links;

  FetchedAdjacency(CypherEvidenceGraph graph, int node, List<Integer> links) {
    this.graph = graph;
    this.node = node;
    this.links =
        links.stream()
            .sorted(Comparator.comparingInt(this::otherEnd).thenComparing(n -> graph.link(n).id()))
            .mapToInt(Integer::intValue)
            .toArray();
  }

  @Override
  public int size() {
    return links.length;
  }

  @Override
  public int neighbour(int index) {
    return otherEnd(links[index]);
  }

  @Override
  public LinkType type(int index) {
    return link(index).type();
  }

  @Override
  public boolean outgoing(int index) {
    return graph.node(link(index).from()) == node;
  }

  @Override
  public @Nullable String evidenceKind(int index) {
    return link(index).evidenceKind();
  }

  @Override
  public Grade grade(int index) {
    Grade own = link(index).grade();
    return own == null ? graph.source(source(index)).grade() : own;
  }

  @Override
  public DaySpan days(int index) {
    return DaySpan.of(link(index).firstSeen(), link(index).lastSeen());
  }

  @Override
  public boolean reported(int index) {
    return link(index).basis() == Basis.REPORTED;
  }

  @Override
  public int source(int index) {
    return graph.sourceNumber(link(index).source());
  }

  @Override
  public long relationship(int index) {
    return links[index];
  }

  private Link link(int index) {
    return graph.link(links[index]);
  }

  private int otherEnd(int number) {
    Link link = graph.link(number);
    int from = graph.node(link.from());
    return from == node ? graph.node(link.to()) : from;
  }
}
