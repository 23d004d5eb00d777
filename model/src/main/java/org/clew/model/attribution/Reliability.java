package org.clew.model.attribution;

import java.util.List;

/**
 * The probability that two nodes of a network are joined when each pair holds or fails on its own:
 * two-terminal reliability. Exact by factoring with series and parallel reductions (Satyanarayana
 * and Wood, 1985) as long as at most so many pairs are left after the reductions; beyond that by
 * simulation, with the half width of its 95 % interval.
 *
 * @param value the probability
 * @param error half width of the 95 % interval of a simulation; 0 where the value is exact
 */
public record Reliability(double value, double error) {
  /** Whether no simulation took part. */
  public boolean exact() {
    return error == 0;
  }

  /**
   * An undirected pair of nodes.
   *
   * @param key names the pair in simulations: the same key and seed draw the same numbers, so that
   *     taking something away never raises the result
   */
  record Edge(int from, int to, double probability, int key) {}

  /**
   * The reliability between two nodes.
   *
   * @param nodes how many there are; they are numbered from 0
   * @param exactPairs with more pairs than these left after the reductions it is simulated
   * @param draws the numbers of a simulation
   */
  static Reliability between(
      int nodes, List<Edge> edges, int source, int target, int exactPairs, Draws draws) {
    if (source == target) {
      return new Reliability(1, 0);
    }
    Factoring factoring = new Factoring(nodes, source, target, exactPairs);
    double exact = factoring.of(edges);
    return Double.isNaN(exact)
        ? new Simulation(nodes, source, target, draws).of(edges)
        : new Reliability(exact, 0);
  }
}
