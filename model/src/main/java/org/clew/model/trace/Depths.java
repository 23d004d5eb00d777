package org.clew.model.trace;

import java.util.Arrays;
import java.util.stream.IntStream;

/** In how many hops the nodes of an {@link InnerGraph} were first met from one side. */
final class Depths {
  /** The depth of a node that this side has not met. */
  static final int NONE = -1;

  private final InnerGraph inner;
  private int[] depths = new int[0];

  Depths(InnerGraph inner) {
    this.inner = inner;
  }

  /** The depth of a node. */
  int of(int node) {
    int index = inner.index(node);
    return index == NodeIndex.NONE || index >= depths.length ? NONE : depths[index];
  }

  /** Notes the depth of the node of an index unless it is known, and says whether it was not. */
  boolean note(int index, int depth) {
    if (index >= depths.length) {
      int known = depths.length;
      depths = Arrays.copyOf(depths, Math.max(64, 2 * index));
      Arrays.fill(depths, known, depths.length, NONE);
    }
    if (depths[index] != NONE) {
      return false;
    }
    depths[index] = depth;
    return true;
  }

  /** The nodes this side has met. */
  IntStream nodes() {
    return IntStream.range(0, Math.min(depths.length, inner.size()))
        .filter(index -> depths[index] != NONE)
        .map(inner::node);
  }
}
