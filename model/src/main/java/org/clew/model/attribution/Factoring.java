package org.clew.model.attribution;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Exact reliability by factoring: R = p · R(the pair holds) + (1 - p) · R(it fails), after every
 * reduction that leaves R as it is. A network is a symmetric matrix of probabilities, in which
 * parallel pairs are one entry from the start.
 */
final class Factoring {
  /** A network this tangled is simulated; it never happens with the chains of real cases. */
  private static final int MAX_STEPS = 50_000;

  private final int nodes;
  private final int source;
  private final int target;
  private final int exactPairs;
  private int steps;

  Factoring(int nodes, int source, int target, int exactPairs) {
    this.nodes = nodes;
    this.source = source;
    this.target = target;
    this.exactPairs = exactPairs;
  }

  /** The reliability; NaN where too many pairs are left after the reductions. */
  double of(List<Reliability.Edge> edges) {
    double[][] network = new double[nodes][nodes];
    for (Reliability.Edge edge : edges) {
      if (edge.from() != edge.to()) {
        join(network, edge.from(), edge.to(), edge.probability());
      }
    }
    reduce(network);
    return pairs(network) > exactPairs ? Double.NaN : compact(network);
  }

  /** Solves what the reductions left, without the nodes they emptied. */
  private double compact(double[][] network) {
    int[] left =
        IntStream.range(0, nodes)
            .filter(node -> node == source || node == target || degree(network, node) > 0)
            .toArray();
    double[][] small = new double[left.length][left.length];
    for (int i = 0; i < left.length; i++) {
      for (int j = 0; j < left.length; j++) {
        small[i][j] = network[left[i]][left[j]];
      }
    }
    int from = Arrays.binarySearch(left, source);
    int to = Arrays.binarySearch(left, target);
    return new Factoring(left.length, from, to, exactPairs).solve(small);
  }

  private double solve(double[][] network) {
    if (++steps > MAX_STEPS) {
      return Double.NaN;
    }
    reduce(network);
    if (degree(network, source) == 0 || degree(network, target) == 0) {
      return 0;
    }
    int pivot = firstNeighbour(network, source);
    if (pivot == target && degree(network, source) == 1) {
      return network[source][target];
    }
    double p = network[source][pivot];
    cut(network, source, pivot);
    if (pivot == target) {
      return p + (1 - p) * solve(network);
    }
    double failed = p == 1 ? 0 : solve(copy(network));
    contract(network, pivot);
    return p * solve(network) + (1 - p) * failed;
  }

  private void reduce(double[][] network) {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int node = 0; node < nodes; node++) {
        changed |= node != source && node != target && reduceAt(network, node);
      }
    }
    dropUnreached(network);
  }

  /** Cuts off a dead end; replaces two pairs in series by one. */
  private boolean reduceAt(double[][] network, int node) {
    int degree = degree(network, node);
    if (degree == 0 || degree > 2) {
      return false;
    }
    int first = firstNeighbour(network, node);
    double toFirst = network[node][first];
    cut(network, node, first);
    if (degree == 2) {
      int second = firstNeighbour(network, node);
      double toSecond = network[node][second];
      cut(network, node, second);
      join(network, first, second, toFirst * toSecond);
    }
    return true;
  }

  private void dropUnreached(double[][] network) {
    boolean[] reached = new boolean[nodes];
    int[] queue = new int[nodes];
    int end = 1;
    queue[0] = source;
    reached[source] = true;
    for (int at = 0; at < end; at++) {
      for (int other = 0; other < nodes; other++) {
        if (network[queue[at]][other] > 0 && !reached[other]) {
          reached[other] = true;
          queue[end++] = other;
        }
      }
    }
    for (int node = 0; node < nodes; node++) {
      for (int other = 0; !reached[node] && other < nodes; other++) {
        cut(network, node, other);
      }
    }
  }

  /** Makes a node one with the source. */
  private void contract(double[][] network, int node) {
    for (int other = 0; other < nodes; other++) {
      double p = network[node][other];
      if (p > 0) {
        cut(network, node, other);
        if (other != source) {
          join(network, source, other, p);
        }
      }
    }
  }

  private static void join(double[][] network, int a, int b, double p) {
    double joined = 1 - (1 - network[a][b]) * (1 - p);
    network[a][b] = joined;
    network[b][a] = joined;
  }

  private static void cut(double[][] network, int a, int b) {
    network[a][b] = 0;
    network[b][a] = 0;
  }

  private int degree(double[][] network, int node) {
    int degree = 0;
    for (double p : network[node]) {
      degree += p > 0 ? 1 : 0;
    }
    return degree;
  }

  private int firstNeighbour(double[][] network, int node) {
    int other = 0;
    while (network[node][other] == 0) {
      other++;
    }
    return other;
  }

  private int pairs(double[][] network) {
    int degrees = 0;
    for (int node = 0; node < nodes; node++) {
      degrees += degree(network, node);
    }
    return degrees / 2;
  }

  private double[][] copy(double[][] network) {
    double[][] copy = new double[nodes][];
    for (int node = 0; node < nodes; node++) {
      copy[node] = network[node].clone();
    }
    return copy;
  }
}
