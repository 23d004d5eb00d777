package org.clew.model.trace;

import java.util.Collection;
import java.util.Comparator;
import org.clew.model.entity.EntityId;
import org.clew.model.evidence.DaySpan;
import org.clew.model.links.Basis;
import org.clew.model.links.Link;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.jspecify.annotations.Nullable;

/** The links of one node where links are held as objects in a table. */
final class LinkAdjacency implements Adjacency {
  private final Table table;
  private final int node;
  private final int[] links;

  /** What a graph that holds links as objects knows of them. */
  interface Table {
    /** The link of that number. */
    Link link(int number);

    /** The number of an entity. */
    int node(EntityId id);

    /** The number of a source. */
    int sourceNumber(EntityId id);

    /** The source of that number. */
    Source source(int number);
  }

  /**
   * The links of a node.
   *
   * @param links their numbers in the table, in any order
   */
  LinkAdjacency(Table table, int node, Collection<Integer> links) {
    this.table = table;
    this.node = node;
    this.links =
        links.stream()
            .sorted(Comparator.comparingInt(this::otherEnd).thenComparing(n -> table.link(n).id()))
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
    return table.node(link(index).from()) == node;
  }

  @Override
  public @Nullable String evidenceKind(int index) {
    return link(index).evidenceKind();
  }

  @Override
  public Grade grade(int index) {
    Grade own = link(index).grade();
    return own == null ? table.source(source(index)).grade() : own;
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
    return table.sourceNumber(link(index).source());
  }

  @Override
  public long relationship(int index) {
    return links[index];
  }

  private Link link(int index) {
    return table.link(links[index]);
  }

  private int otherEnd(int number) {
    Link link = table.link(number);
    int from = table.node(link.from());
    return from == node ? table.node(link.to()) : from;
  }
}
