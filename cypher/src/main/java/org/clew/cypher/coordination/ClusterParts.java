package org.clew.cypher.coordination;

import java.util.List;
import java.util.SortedMap;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;

/**
 * What the graph knows of one cluster.
 *
 * @param id its id
 * @param name what a reader should see
 * @param run the detection run that the rest is of; null for a cluster that no run found
 * @param attributes what the run, else all sources, say of the cluster
 * @param members the entities in it, the surest first
 * @param artifacts what members shared, that which most did first
 * @param bridges members with edges into other clusters of the run
 */
public record ClusterParts(
    EntityId id,
    String name,
    @Nullable EntityId run,
    SortedMap<String, Object> attributes,
    List<Member> members,
    List<SharedArtifact> artifacts,
    List<Bridge> bridges) {

  /**
   * An entity in a cluster.
   *
   * @param id its id
   * @param name its name
   * @param probability how surely it belongs to the cluster; 1 where nobody says otherwise
   * @param edges how many members it has an edge with
   * @param source who says that it is in it
   */
  public record Member(EntityId id, String name, double probability, long edges, EntityId source) {}

  /**
   * What members shared.
   *
   * @param id the artifact
   * @param name the URL, the hashtag, the text …
   * @param signal what was done with it
   * @param members how many members
   * @param acts how often
   * @param firstSeen first act; null where unknown
   * @param lastSeen last act; null where unknown
   * @param evidence a few rows
   */
  public record SharedArtifact(
      EntityId id,
      String name,
      String signal,
      long members,
      long acts,
      @Nullable String firstSeen,
      @Nullable String lastSeen,
      List<String> evidence) {}

  /**
   * A member's edges into another cluster.
   *
   * @param account the member
   * @param cluster the other
   * @param edges how many
   */
  public record Bridge(EntityId account, EntityId cluster, long edges) {}
}
