package org.clew.model.trace;

import java.util.function.IntUnaryOperator;

/**
 * Compressed rows of links: for each node its links, sorted by the number of the neighbour, those
 * to one neighbour by the id of the link. Made by stable counting sorts in linear time.
 */
final class LinkRowsByNode {
  private static final int DIGIT = 16;
  private static final int DIGITS = 1 << DIGIT;

  private final int[] firstOfNode;
  private final int[] entries;
  private final int[] neighbours;

  private LinkRowsByNode(int[] firstOfNode, int[] entries, int[] neighbours) {
    this.firstOfNode = firstOfNode;
    this.entries = entries;
    this.neighbours = neighbours;
  }

  /** The links of a node. */
  Adjacency adjacency(EvidenceColumns columns, int node) {
    return new ColumnAdjacency(
        columns, entries, neighbours, firstOfNode[node], firstOfNode[node + 1]);
  }

  /** The rows of these links. */
  static LinkRowsByNode of(LinkColumns links, int nodes) {
    int[] byId = new int[links.size()];
    for (int link = 0; link < byId.length; link++) {
      byId[link] = link;
    }
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT) {
      int right = shift;
      byId = sort(byId, link -> (int) (links.number(link) >>> right) & (DIGITS - 1), DIGITS);
    }
    int[] entries = bothEnds(byId, links);
    entries = sort(entries, entry -> other(entry, links), nodes);
    entries = sort(entries, entry -> node(entry, links), nodes);
    int[] first = new int[nodes + 1];
    int[] neighbours = new int[entries.length];
    for (int i = 0; i < entries.length; i++) {
      first[node(entries[i], links) + 1]++;
      neighbours[i] = other(entries[i], links);
    }
    for (int node = 0; node < nodes; node++) {
      first[node + 1] += first[node];
    }
    return new LinkRowsByNode(first, entries, neighbours);
  }

  private static int[] bothEnds(int[] order, LinkColumns links) {
    int loops = 0;
    for (int link : order) {
      loops += links.from(link) == links.to(link) ? 1 : 0;
    }
    int[] entries = new int[2 * order.length - loops];
    int size = 0;
    for (int link : order) {
      entries[size++] = 2 * link;
      if (links.from(link) != links.to(link)) {
        entries[size++] = 2 * link + 1;
      }
    }
    return entries;
  }

  private static int node(int entry, LinkColumns links) {
    return (entry & 1) == 0 ? links.from(entry >>> 1) : links.to(entry >>> 1);
  }

  private static int other(int entry, LinkColumns links) {
    return (entry & 1) == 0 ? links.to(entry >>> 1) : links.from(entry >>> 1);
  }

  private static int[] sort(int[] items, IntUnaryOperator key, int keys) {
    int[] next = new int[keys + 1];
    for (int item : items) {
      next[key.applyAsInt(item) + 1]++;
    }
    for (int i = 0; i < keys; i++) {
      next[i + 1] += next[i];
    }
    int[] sorted = new int[items.length];
    for (int item : items) {
      sorted[next[key.applyAsInt(item)]++] = item;
    }
    return sorted;
  }
}
