package org.clew.cypher.trace;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.source.Readership;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;

/** Where chains start and what they are to reach. */
public final class TraceEnds {
  /** The state relations that make an outlet a state medium. */
  private static final List<String> STATE_RELATIONS =
      List.of("official", "state-controlled", "captured");

  private static final String MEMBERS =
      """
      MATCH (e:Entity)-[r:IN_CLUSTER]->(:Cluster {id: $id})
      WHERE NOT e:Cluster AND NOT r.source IN $hidden
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
      """;

  private static final String CONTROLLED =
      """
      MATCH (:State {id: $state})-[r:CONTROLS]->(o:MediaOutlet|Organization)
      WHERE NOT r.source IN $hidden
      RETURN DISTINCT o.id AS id
      """;

  private static final String OUTLETS = "MATCH (o:MediaOutlet) RETURN o.id AS id ORDER BY id";

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

  /** The members of a cluster that a reader may see, by id; clusters within it stay closed. */
  public List<ClusterMember> members(EntityId cluster, Readership reader) {
    return store.read(
        MEMBERS,
        Map.of("id", cluster.value(), "hidden", reader.parameter()),
        row -> new ClusterMember(id(row), row.get("probability").asDouble()));
  }

  /** Every official, state-controlled or captured outlet, by what a reader may see. */
  public List<EntityId> stateMedia(Readership reader) {
    return reader.seesEverything()
        ? store.read(STATE_MEDIA, Map.of("relations", STATE_RELATIONS), TraceEnds::id)
        : seenAsStateMedia(reader, null);
  }

  /** The state media of one State, and the organizations a source says it controls. */
  public List<EntityId> ofState(EntityId state, Readership reader) {
    Set<EntityId> targets =
        new TreeSet<>(
            store.read(
                CONTROLLED,
                Map.of("state", state.value(), "hidden", reader.parameter()),
                TraceEnds::id));
    targets.addAll(
        reader.seesEverything()
            ? store.read(
                OF_STATE,
                Map.of("country", state.local(), "relations", STATE_RELATIONS),
                TraceEnds::id)
            : seenAsStateMedia(reader, state.local()));
    return List.copyOf(targets);
  }

  private List<EntityId> seenAsStateMedia(Readership reader, @Nullable String country) {
    List<EntityId> outlets = store.read(OUTLETS, Map.of(), TraceEnds::id);
    return new Entities(store)
        .find(outlets, reader).stream()
            .filter(each -> has(each, "stateRelation", STATE_RELATIONS))
            .filter(each -> country == null || has(each, "country", List.of(country)))
            .map(EntityView::id)
            .sorted()
            .toList();
  }

  private static boolean has(EntityView entity, String attribute, List<String> values) {
    return entity.attributes().get(attribute) instanceof String value && values.contains(value);
  }

  private static EntityId id(Record row) {
    return new EntityId(row.get("id").asString());
  }
}
