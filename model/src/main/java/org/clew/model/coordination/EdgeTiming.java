package org.clew.model.coordination;

/**
 * How the acts behind each edge lie in time: over all pairs of acts of the two accounts on one
 * artifact within the window, whatever the edge's weight counts. Two acts at one time are each
 * older and newer, so that nothing depends on the order of rows.
 */
final class EdgeTiming {
  private final double[] mean;
  private final double[] symmetry;

  private EdgeTiming(double[] mean, double[] symmetry) {
    this.mean = mean;
    this.symmetry = symmetry;
  }

  /** The timing of edges, directed or not, in what they were detected in. */
  static EdgeTiming of(Observations observations, EdgeList edges, long windowSeconds, int threads) {
    EdgeList pairs = edges.undirected();
    EdgeBuffer found = found(observations, pairs, windowSeconds, threads);
    double[][] sums = new double[TimingScan.COLUMNS][pairs.size()];
    for (int i = 0; i < found.size; i++) {
      for (int column = 0; column < TimingScan.COLUMNS; column++) {
        sums[column][found.from[i]] += found.values[column][i];
      }
    }
    double[] mean = new double[edges.size()];
    double[] symmetry = new double[edges.size()];
    for (int edge = 0; edge < edges.size(); edge++) {
      int pair =
          pairs.find(
              Math.min(edges.from(edge), edges.to(edge)),
              Math.max(edges.from(edge), edges.to(edge)));
      if (pair < 0) {
        mean[edge] = Double.NaN;
        symmetry[edge] = Double.NaN;
        continue;
      }
      double older = sums[TimingScan.OLDER][pair];
      double newer = sums[TimingScan.NEWER][pair];
      mean[edge] = sums[TimingScan.DISTANCE][pair] / sums[TimingScan.PAIRS][pair];
      symmetry[edge] = Math.min(older, newer) / Math.max(older, newer);
    }
    return new EdgeTiming(mean, symmetry);
  }

  private static EdgeBuffer found(
      Observations observations, EdgeList pairs, long windowSeconds, int threads) {
    boolean[] joined = new boolean[observations.accounts()];
    for (int edge = 0; edge < pairs.size(); edge++) {
      joined[pairs.from(edge)] = true;
      joined[pairs.to(edge)] = true;
    }
    Timeline timeline =
        Timeline.ofShared(
            observations,
            Rows.where(observations.size(), row -> joined[observations.account[row]]),
            windowSeconds);
    Grouping byAccount = Grouping.of(timeline.account, observations.accounts());
    Grouping from = Grouping.of(pairs.from, observations.accounts());
    Grouping to = Grouping.of(pairs.to, observations.accounts());
    return AccountScan.all(
        timeline,
        byAccount,
        TimingScan.COLUMNS,
        threads,
        () -> new TimingScan(timeline, byAccount, pairs, from, to));
  }

  /** Mean distance in time of an edge's pairs of acts, in seconds. */
  double meanSecondsApart(int edge) {
    return mean[edge];
  }

  /** The acts that are the older of a pair over those that are the newer, the smaller on top. */
  double symmetry(int edge) {
    return symmetry[edge];
  }
}
