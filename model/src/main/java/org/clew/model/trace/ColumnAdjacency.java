package org.clew.model.trace;

import org.clew.model.evidence.DaySpan;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/** The links of one node where links are held in columns: a stretch of entries. */
final class ColumnAdjacency implements Adjacency {
  private final EvidenceColumns columns;
  private final LinkColumns links;
  private final int[] entries;
  private final int[] neighbours;
  private final int start;
  private final int size;

  /**
   * The links of a node.
   *
   * @param entries twice the number of a link, and 1 more where it ends at the node
   * @param neighbours the node at the other end of each, ascending within the stretch
   * @param start the first of the stretch
   * @param end the one after its last
   */
  ColumnAdjacency(EvidenceColumns columns, int[] entries, int[] neighbours, int start, int end) {
    this.columns = columns;
    this.links = columns.links();
    this.entries = entries;
    this.neighbours = neighbours;
    this.start = start;
    this.size = end - start;
  }

  private int link(int index) {
    return entries[start + index] >>> 1;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int neighbour(int index) {
    return neighbours[start + index];
  }

  @Override
  public LinkType type(int index) {
    return links.type(link(index));
  }

  @Override
  public boolean outgoing(int index) {
    return (entries[start + index] & 1) == 0;
  }

  @Override
  public @Nullable String evidenceKind(int index) {
    int kind = links.kind(link(index));
    return kind == EvidenceGraph.NONE ? null : columns.kind(kind);
  }

  @Override
  public Grade grade(int index) {
    Grade own = links.grade(link(index));
    return own == null ? columns.source(source(index)).grade() : own;
  }

  @Override
  public DaySpan days(int index) {
    return links.days(link(index));
  }

  @Override
  public boolean reported(int index) {
    return links.reported(link(index));
  }

  @Override
  public int source(int index) {
    return links.source(link(index));
  }

  @Override
  public long relationship(int index) {
    return link(index);
  }
}
