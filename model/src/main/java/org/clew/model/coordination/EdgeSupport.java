package org.clew.model.coordination;

import java.util.Arrays;

/** What the edges of a list rest on: their artifacts, ascending, and their span of time. */
public final class EdgeSupport {
  private final int[] start;
  private final int[] artifact;
  private final long[] first;
  private final long[] last;

  private EdgeSupport(int[] start, int[] artifact, long[] first, long[] last) {
    this.start = start;
    this.artifact = artifact;
    this.first = first;
    this.last = last;
  }

  /**
   * Finds the artifacts that the two accounts of each edge share within the window.
   *
   * @param observations what the edges were detected in, without capped artifacts
   * @param edges undirected edges
   * @param windowSeconds the window they were detected with
   * @param threads how many threads to use; the result is the same for any number
   */
  public static EdgeSupport of(
      Observations observations, EdgeList edges, long windowSeconds, int threads) {
    for (int edge = 0; edge < edges.size(); edge++) {
      if (edges.from[edge] >= edges.to[edge]) {
        throw new IllegalArgumentException("Only undirected edges have support.");
      }
    }
    Timeline timeline =
        Timeline.of(observations, Rows.where(observations.size(), row -> true), windowSeconds);
    Grouping byAccount = Grouping.of(timeline.account, observations.accounts());
    Grouping from = Grouping.of(edges.from, observations.accounts());
    Grouping to = Grouping.of(edges.to, observations.accounts());
    EdgeBuffer found =
        AccountScan.all(
            timeline,
            byAccount,
            SupportScan.COLUMNS,
            threads,
            () -> new SupportScan(timeline, byAccount, edges, from, to));
    return gather(found, edges.size());
  }

  /** How many artifacts an edge rests on. */
  public int size(int edge) {
    return start[edge + 1] - start[edge];
  }

  /** One of an edge's artifacts, from 0. */
  public int artifact(int edge, int number) {
    return artifact[start[edge] + number];
  }

  /** When the first act on a shared artifact was, in epoch seconds. */
  public long firstSeconds(int edge) {
    return first[edge];
  }

  /** When the last one was. */
  public long lastSeconds(int edge) {
    return last[edge];
  }

  /** Each (edge, artifact) was found twice, once from either account. */
  private static EdgeSupport gather(EdgeBuffer found, int edges) {
    int[] order = Rows.where(found.size, row -> true);
    int largest = Arrays.stream(found.to).max().orElse(-1);
    order = Rows.stablePass(order, row -> found.to[row], largest + 1);
    order = Rows.stablePass(order, row -> found.from[row], edges);
    int[] start = new int[edges + 1];
    int[] artifact = new int[found.size / 2];
    long[] first = new long[edges];
    long[] last = new long[edges];
    Arrays.fill(first, Long.MAX_VALUE);
    Arrays.fill(last, Long.MIN_VALUE);
    for (int i = 0; i < order.length; i++) {
      int edge = found.from[order[i]];
      first[edge] = Math.min(first[edge], (long) found.values[SupportScan.FIRST][order[i]]);
      last[edge] = Math.max(last[edge], (long) found.values[SupportScan.LAST][order[i]]);
      if (i % 2 == 0) {
        artifact[i / 2] = found.to[order[i]];
        start[edge + 1]++;
      }
    }
    for (int edge = 0; edge < edges; edge++) {
      start[edge + 1] += start[edge];
    }
    return new EdgeSupport(start, artifact, first, last);
  }
}
