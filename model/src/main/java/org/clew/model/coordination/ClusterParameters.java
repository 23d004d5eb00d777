package org.clew.model.coordination;

/**
 * How clusters are made of edges.
 *
 * @param method which communities
 * @param resolution of modularity: above 1 gives smaller communities, below 1 larger ones; only for
 *     Leiden
 * @param seed of Leiden and of the resampling
 * @param runs how many resampled runs membership is estimated from; 0 for none, and everybody's
 *     membership is 1
 * @param minSize smaller communities are no clusters
 */
public record ClusterParameters(
    Method method, double resolution, long seed, int runs, int minSize) {
  /** How communities are found. */
  public enum Method {
    /** Communities of greatest modularity by the Leiden algorithm (Traag et al. 2019). */
    LEIDEN,
    /** Whatever hangs together. */
    COMPONENTS
  }

  /** Checks the ranges. */
  public ClusterParameters {
    if (!(resolution > 0) || runs < 0 || minSize < 2) {
      throw new IllegalArgumentException(
          "A resolution lies above 0, runs are 0 or more, and a cluster has two members or more.");
    }
  }

  /** Leiden at resolution 1, 100 runs, three members. */
  public static ClusterParameters defaults() {
    return new ClusterParameters(Method.LEIDEN, 1, 1, 100, 3);
  }

  /** The same with another method. */
  public ClusterParameters with(Method other) {
    return new ClusterParameters(other, resolution, seed, runs, minSize);
  }
}
