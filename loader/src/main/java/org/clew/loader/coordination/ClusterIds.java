package org.clew.loader.coordination;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.clew.model.coordination.ClusterResult;
import org.clew.model.coordination.DetectedCluster;
import org.clew.model.coordination.DetectedCluster.Member;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.Hashes;

/** The ids of the clusters of a result: the same members make the same cluster in every run. */
public final class ClusterIds {
  /** What detected clusters name as who drew them up. */
  public static final String DETECTOR = "coordination";

  private static final int NONE = -1;

  private final List<EntityId> ids = new ArrayList<>();
  private final int[] clusterOfAccount;

  /** The ids of a result with clusters. */
  public ClusterIds(DetectionResult result, ClusterResult clusters) {
    clusterOfAccount = new int[result.accounts().size()];
    Arrays.fill(clusterOfAccount, NONE);
    for (DetectedCluster cluster : clusters.clusters()) {
      cluster.members().forEach(member -> clusterOfAccount[member.account()] = ids.size());
      ids.add(id(result, cluster));
    }
  }

  private static EntityId id(DetectionResult result, DetectedCluster cluster) {
    return EntityId.cluster(
        DETECTOR,
        Hashes.shortHash(
            cluster.members().stream()
                .map(Member::account)
                .map(account -> result.accounts().get(account))
                .sorted()
                .collect(Collectors.joining("|"))));
  }

  /** The id of the cluster at a place of the result's list. */
  public EntityId id(int cluster) {
    return ids.get(cluster);
  }

  /** The place of an account's cluster, if it is in the same one as another account; else -1. */
  int common(int account, int other) {
    return clusterOfAccount[account] == clusterOfAccount[other] ? clusterOfAccount[account] : NONE;
  }

  /** The place of an account's cluster; -1 where it is in none. */
  int of(int account) {
    return clusterOfAccount[account];
  }
}
