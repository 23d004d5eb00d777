package org.clew.benchmarks.trace;

import java.util.List;
import java.util.Map;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.query.QueryLimits;
import org.clew.cypher.query.QueryResult;
import org.clew.cypher.query.ReadOnlyGate;
import org.clew.model.ClewException;
import org.clew.model.entity.EntityId;

/**
 * The Cypher that a user would write for the same question. It finds the fewest hops and not the
 * best evidence, since weights are no property of relationships; hubs are not left out.
 */
final class UserCypher {
  private static final String ONE_PAIR =
      """
      MATCH (a:Entity {id: $from}), (o:Entity {id: $to})
      MATCH p = SHORTEST 1 (a)-[:USES|PUBLISHES_ON]-{1,12}(o)
      RETURN count(p) AS paths
      """;

  private static final String ALL_PAIRS =
      """
      UNWIND $members AS member
      UNWIND $outlets AS outlet
      MATCH (a:Entity {id: member}), (o:Entity {id: outlet})
      MATCH p = SHORTEST 1 (a)-[:USES|PUBLISHES_ON]-{1,12}(o)
      RETURN count(p) AS paths
      """;

  private static final String QUANTIFIED =
      """
      MATCH (a:Entity) WHERE a.id IN $members
      MATCH p = (a)((:Entity)-[:USES]->(:Indicator)<-[:USES]-(:Entity)){1,6}(own)<-[:PUBLISHES_ON]-(o:MediaOutlet)
      WHERE o.id IN $outlets
      RETURN count(p) AS paths
      """;

  private final ReadOnlyGate gate;

  UserCypher(GraphStore store) {
    this.gate = new ReadOnlyGate(store);
  }

  /** The shortest path between one member and one outlet. */
  int onePair(EntityId from, EntityId to) {
    return paths(ONE_PAIR, Map.of("from", from.value(), "to", to.value()));
  }

  /** The shortest path of every pair. */
  int allPairs(List<EntityId> members, List<EntityId> outlets) {
    return paths(ALL_PAIRS, ends(members, outlets));
  }

  /** All paths over shared indicators. */
  int quantified(List<EntityId> members, List<EntityId> outlets) {
    return paths(QUANTIFIED, ends(members, outlets));
  }

  private static Map<String, Object> ends(List<EntityId> members, List<EntityId> outlets) {
    return Map.of("members", values(members), "outlets", values(outlets));
  }

  private static List<String> values(List<EntityId> ids) {
    return ids.stream().map(EntityId::value).toList();
  }

  /** How many paths; 0 where the 30 s of a user's query were used up. */
  private int paths(String query, Map<String, Object> parameters) {
    try {
      QueryResult result = gate.run(query, parameters, QueryLimits.DEFAULT);
      return ((Number) result.rows().get(0).get(0)).intValue();
    } catch (ClewException cut) {
      System.err.println("Cypher was cut: " + cut.getMessage());
      return 0;
    }
  }
}
