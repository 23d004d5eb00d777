package org.clew.model.coordination;

import java.util.Arrays;

/** Edges that were tested against chance; their weight is the number of artifacts in common. */
public final class TestedEdges {
  private final EdgeList edges;
  private final double[] expected;
  private final double[] p;
  private final double[] q;

  TestedEdges(EdgeList edges, double[] expected, double[] p, double[] q) {
    this.edges = edges;
    this.expected = expected;
    this.p = p;
    this.q = q;
  }

  /** The edges, weighted by the distinct artifacts in common within the window. */
  public EdgeList edges() {
    return edges;
  }

  /** λ: how many artifacts the two were expected to share by chance. */
  public double expected(int edge) {
    return expected[edge];
  }

  /** The chance to share as many or more. */
  public double p(int edge) {
    return p[edge];
  }

  /** The share of false edges among those up to this p. */
  public double q(int edge) {
    return q[edge];
  }

  /** The edges with a q up to this. */
  public TestedEdges upTo(double maxQ) {
    int[] chosen = Rows.where(edges.size(), edge -> q[edge] <= maxQ);
    return new TestedEdges(
        edges.where(edge -> q[edge] <= maxQ),
        pick(expected, chosen),
        pick(p, chosen),
        pick(q, chosen));
  }

  private static double[] pick(double[] column, int[] chosen) {
    double[] picked = new double[chosen.length];
    Arrays.setAll(picked, i -> column[chosen[i]]);
    return picked;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof TestedEdges that
        && edges.equals(that.edges)
        && Arrays.equals(expected, that.expected)
        && Arrays.equals(p, that.p)
        && Arrays.equals(q, that.q);
  }

  @Override
  public int hashCode() {
    return 31 * edges.hashCode() + Arrays.hashCode(q);
  }
}
