package org.clew.model.coordination;

import java.util.List;

/**
 * A set of accounts that act together more than chance brings. Coordination is not proof of
 * inauthenticity.
 *
 * @param members by account
 * @param edges how many pairs of members have an edge
 * @param density that number over the number of pairs
 * @param signals what each layer adds, in the order of layers
 * @param firstSeconds the first act on a shared artifact, in epoch seconds
 * @param lastSeconds the last one
 * @param telling the artifacts that tell most, best first
 * @param bridges members with edges into other clusters, by account and cluster
 * @param alternatives innocent explanations worth checking
 */
public record DetectedCluster(
    List<Member> members,
    int edges,
    double density,
    List<Signal> signals,
    long firstSeconds,
    long lastSeconds,
    List<TellingArtifact> telling,
    List<Bridge> bridges,
    List<BenignAlternative> alternatives) {
  /** Copies the lists. */
  public DetectedCluster {
    members = List.copyOf(members);
    signals = List.copyOf(signals);
    telling = List.copyOf(telling);
    bridges = List.copyOf(bridges);
    alternatives = List.copyOf(alternatives);
  }

  /**
   * An account of the cluster.
   *
   * @param account which
   * @param probability share of resampled runs in which it stays with the cluster's core
   * @param edges how many members it has an edge with
   */
  public record Member(int account, double probability, int edges) {}

  /**
   * What one layer adds.
   *
   * @param name the layer's signal
   * @param edges how many of the cluster's edges it has
   * @param weight their summed weight, as fused: divided by the layer's mean, times its factor
   */
  public record Signal(String name, int edges, double weight) {}

  /**
   * An artifact that tells the cluster from other accounts.
   *
   * @param signal the layer it belongs to
   * @param artifact its index there
   * @param members how many members share it with another
   * @param accounts how many accounts acted on it altogether
   * @param score members · (ln((1+n)/(1+accounts)) + 1) for n accounts of the layer
   */
  public record TellingArtifact(
      String signal, int artifact, int members, int accounts, double score) {}

  /**
   * A member's edges into another cluster.
   *
   * @param account the member
   * @param cluster the other's place in the list of clusters
   * @param edges how many
   * @param weight their summed weight, as fused
   */
  public record Bridge(int account, int cluster, int edges, double weight) {}
}
