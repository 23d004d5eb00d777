package org.clew.cypher.trace;

import java.util.List;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.neo4j.driver.Record;

/** Where chains start and what they are to reach. */
public final class TraceEnds {
  /** The state relations that make an outlet a state medium. */
  private static final List<String> STATE_RELATIONS =
      List.of("official", "state-controlled", "captured");

  private static final String MEMBERS =
      """
      MATCH (e:Entity)-[r:IN_CLUSTER]->(:Cluster {id: $id})
      WHERE NOT e:Cluster
      RETURN e.id AS id, max(coalesce(r.probability, 1.0)) AS probability ORDER BY id
      """;

  private static final String STATE_MEDIA =
      """
      MATCH (o:MediaOutlet) WHERE o.stateRelation IN $relations
      RETURN o.id AS id ORDER BY id
      """;

  private static final String OF_STATE =
      """
      MATCH (o:MediaOutlet)
      WHERE o.country = $country AND o.stateRelation IN $relations
      RETURN o.id AS id
      UNION
      MATCH (:State {id: $state})-[:CONTROLS]->(o:MediaOutlet|Organization)
      RETURN o.id AS id
      """;

  private final GraphStore store;

  /**
   * A member of a cluster.
   *
   * @param id the member
   * @param probability how surely it belongs to the cluster; 1 where nobody says otherwise
   */
  public record ClusterMember(EntityId id, double probability) {}

  /** The ends in a graph. */
  public TraceEnds(GraphStore store) {
    this.store = store;
  }

  /** The members of a cluster, in the order of their ids; clusters within it are not opened. */
  public List<ClusterMember> members(EntityId cluster) {
    return store.read(
        MEMBERS,
        Map.of("id", cluster.value()),
        row -> new ClusterMember(id(row), row.get("probability").asDouble()));
  }

  /** Every official, state-controlled or captured outlet. */
  public List<EntityId> stateMedia() {
    return store.read(STATE_MEDIA, Map.of("relations", STATE_RELATIONS), TraceEnds::id);
  }

  /** The state media of one State, and the organizations a source says it controls. */
  public List<EntityId> ofState(EntityId state) {
    Map<String, Object> parameters =
        Map.of("state", state.value(), "country", state.local(), "relations", STATE_RELATIONS);
    return store.read(OF_STATE, parameters, TraceEnds::id).stream().sorted().toList();
  }

  private static EntityId id(Record row) {
    return new EntityId(row.get("id").asString());
  }
}
