package org.clew.model.trace;

import org.clew.model.evidence.DaySpan;
import org.clew.model.links.LinkType;
import org.clew.model.source.Grade;
import org.jspecify.annotations.Nullable;

/** The links of one node, both directions, by ascending number of the neighbour. */
public interface Adjacency {
  /** How many links there are. */
  int size();

  /** The node at the other end. */
  int neighbour(int index);

  /** What the link says. */
  LinkType type(int index);

  /** Whether the link starts at this node. */
  boolean outgoing(int index);

  /** The evidence kind the link names itself; null for the type's or indicator's own. */
  @Nullable String evidenceKind(int index);

  /** The grade of the statement, or else of its source. */
  Grade grade(int index);

  /** When it held. */
  DaySpan days(int index);

  /** Whether it is a statement without identifiers, whose root is a source. */
  boolean reported(int index);

  /** The number of its source. */
  int source(int index);

  /** The handle of the link. */
  long relationship(int index);

  /** How many different nodes its links join the node to; IMPERSONATES does not count. */
  default int neighbours() {
    int count = 0;
    int before = EvidenceGraph.NONE;
    for (int i = 0; i < size(); i++) {
      if (neighbour(i) != before && type(i) != LinkType.IMPERSONATES) {
        before = neighbour(i);
        count++;
      }
    }
    return count;
  }

  /** The index of the first link to a neighbour of at least that number. */
  default int firstAtLeast(int neighbour) {
    int low = 0;
    int high = size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (neighbour(middle) < neighbour) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
