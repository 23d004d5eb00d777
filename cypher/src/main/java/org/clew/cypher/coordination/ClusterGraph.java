package org.clew.cypher.coordination;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.cypher.coordination.ClusterParts.Bridge;
import org.clew.cypher.coordination.ClusterParts.Member;
import org.clew.cypher.coordination.ClusterParts.SharedArtifact;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityId;
import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Record;
import org.neo4j.driver.Value;

/** Reads clusters. */
public final class ClusterGraph {
  private static final String LIST =
      """
      MATCH (c:Cluster)-[:STATED_IN]->(s:Source)
      WHERE $run = '' OR s.id = $run
      WITH c, collect(s.id) AS sources
      OPTIONAL MATCH (m)-[r:IN_CLUSTER]->(c) WHERE $run = '' OR r.source = $run
      WITH c, sources, count(DISTINCT m) AS members
      WITH c, sources, members, CASE WHEN $bySize THEN -members ELSE 0 END AS rank
      WHERE rank > $rank OR (rank = $rank AND c.id > $after)
      WITH c, sources, members, rank ORDER BY rank, c.id LIMIT $limit
      UNWIND sources AS source
      WITH c, members, rank, source ORDER BY source
      RETURN c.id AS id, c.name AS name, members, rank, collect(source) AS sources
      ORDER BY rank, id
      """;

  private static final String FIND =
      """
      MATCH (c:Cluster {id: $id})
      OPTIONAL MATCH (c)-[statement:STATED_IN]->(s:Source {format: 'detection'})
      WHERE $run = '' OR s.id = $run
      WITH c, statement, s ORDER BY s.sequence DESC, s.id LIMIT 1
      RETURN c.id AS id, c.name AS name, s.id AS run,
             CASE WHEN statement IS NULL THEN properties(c) ELSE properties(statement) END AS said
      """;

  private static final String MEMBERS =
      """
      MATCH (m:Entity)-[r:IN_CLUSTER]->(c:Cluster {id: $id})
      WHERE $run = '' OR r.source = $run
      CALL (m, r) {
        MATCH (m)-[e:COORDINATES_WITH]-(other)-[:IN_CLUSTER {source: r.source}]->(:Cluster {id: $id})
        WHERE e.run = r.source
        RETURN count(DISTINCT other) AS edges
      }
      RETURN m.id AS id, m.name AS name, coalesce(r.probability, 1.0) AS probability, edges,
             r.source AS source
      ORDER BY probability DESC, edges DESC, id, source
      """;

  private static final String ARTIFACTS =
      """
      MATCH (:Cluster {id: $id})<-[:IN_CLUSTER {source: $run}]-(m)-[s:SHARED {run: $run}]->(a:Artifact)
      WITH a, s ORDER BY s.firstSeen, s.id
      RETURN a.id AS id, a.name AS name, s.signal AS signal, count(*) AS members,
             sum(s.count) AS acts, min(s.firstSeen) AS firstSeen, max(s.lastSeen) AS lastSeen,
             collect(head(s.evidence))[..5] AS evidence
      ORDER BY members DESC, acts DESC, id LIMIT $limit
      """;

  private static final String BRIDGES =
      """
      MATCH (c:Cluster {id: $id})<-[:IN_CLUSTER {source: $run}]-(m)
            -[e:COORDINATES_WITH {run: $run}]-(n)-[:IN_CLUSTER {source: $run}]->(other:Cluster)
      WHERE other.id <> $id
      RETURN m.id AS account, other.id AS cluster, count(DISTINCT n) AS edges
      ORDER BY edges DESC, account, cluster LIMIT $limit
      """;

  private static final Set<String> NO_ATTRIBUTES = Set.of("id", "name", "evidence");

  private final GraphStore store;

  /** The clusters of a graph. */
  public ClusterGraph(GraphStore store) {
    this.store = store;
  }

  /** In which order clusters are listed. */
  public enum Order {
    /** The largest first, and by id where they are of one size. */
    SIZE,
    /** By id, which no load changes. */
    ID
  }

  /**
   * Clusters, after one of them.
   *
   * @param run only those of that detection run; null for all
   * @param members how many members the cluster has after which the list goes on; {@code
   *     Long.MAX_VALUE} for the start; of no matter in the order of ids
   * @param after id of that cluster; empty for the start
   */
  public List<ClusterView> list(
      @Nullable EntityId run, Order order, long members, String after, int limit) {
    boolean bySize = order == Order.SIZE;
    Map<String, Object> parameters =
        Map.of(
            "run", text(run),
            "bySize", bySize,
            "rank", bySize ? -members : 0,
            "after", after,
            "limit", limit);
    return store.read(
        LIST,
        parameters,
        row ->
            new ClusterView(
                id(row.get("id")),
                row.get("name").asString(""),
                row.get("members").asLong(),
                row.get("sources").asList(ClusterGraph::id)));
  }

  /**
   * One cluster.
   *
   * @param run as which detection run found it; null for the latest that did
   * @param limit how many artifacts and bridges at most
   */
  public Optional<ClusterParts> find(EntityId cluster, @Nullable EntityId run, int limit) {
    return store
        .read(FIND, Map.of("id", cluster.value(), "run", text(run)), ClusterGraph::parts)
        .stream()
        .findFirst()
        .map(parts -> fill(parts, limit));
  }

  private static ClusterParts parts(Record row) {
    SortedMap<String, Object> attributes = new TreeMap<>();
    attributes.putAll(row.get("said").asMap());
    attributes.keySet().removeAll(NO_ATTRIBUTES);
    return new ClusterParts(
        id(row.get("id")),
        row.get("name").asString(""),
        row.get("run").isNull() ? null : id(row.get("run")),
        attributes,
        List.of(),
        List.of(),
        List.of());
  }

  private ClusterParts fill(ClusterParts parts, int limit) {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("id", parts.id().value());
    parameters.put("run", text(parts.run()));
    parameters.put("limit", limit);
    boolean detected = parts.run() != null;
    return new ClusterParts(
        parts.id(),
        parts.name(),
        parts.run(),
        parts.attributes(),
        store.read(MEMBERS, parameters, ClusterGraph::member),
        detected ? store.read(ARTIFACTS, parameters, ClusterGraph::artifact) : List.of(),
        detected ? store.read(BRIDGES, parameters, ClusterGraph::bridge) : List.of());
  }

  private static Member member(Record row) {
    return new Member(
        id(row.get("id")),
        row.get("name").asString(""),
        row.get("probability").asDouble(),
        row.get("edges").asLong(),
        id(row.get("source")));
  }

  private static SharedArtifact artifact(Record row) {
    return new SharedArtifact(
        id(row.get("id")),
        row.get("name").asString(""),
        row.get("signal").asString(""),
        row.get("members").asLong(),
        row.get("acts").asLong(),
        row.get("firstSeen").isNull() ? null : row.get("firstSeen").asString(),
        row.get("lastSeen").isNull() ? null : row.get("lastSeen").asString(),
        row.get("evidence").asList(Value::asString));
  }

  private static Bridge bridge(Record row) {
    return new Bridge(id(row.get("account")), id(row.get("cluster")), row.get("edges").asLong());
  }

  private static EntityId id(Value value) {
    return new EntityId(value.asString());
  }

  private static String text(@Nullable EntityId id) {
    return id == null ? "" : id.value();
  }
}
