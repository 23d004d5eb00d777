package org.clew.cypher.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.model.ClewException;
import org.clew.model.ClewException.Reason;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadOnlyGateTest {
  private GraphStore store;
  private ReadOnlyGate gate;

  @BeforeEach
  void someNodes() {
    store = TestGraph.empty();
    store.execute(
        """
        UNWIND range(1, 300) AS i
        CREATE (e:Entity:Domain {id: 'domain:' + i, name: 'n' + i})
        WITH collect(e) AS es
        UNWIND range(0, size(es) - 2) AS i
        WITH es[i] AS a, es[i + 1] AS b
        CREATE (a)-[:LINKS_TO {id: a.id}]->(b)
        """,
        Map.of());
    gate = new ReadOnlyGate(store);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MATCH (e:Entity) RETURN e",
        "MATCH (e:Domain {id: 'domain:1'}) RETURN e.name",
        "MATCH p = (a)-[:LINKS_TO*1..3]->(b) RETURN p LIMIT 3",
        "MATCH p = SHORTEST 1 (a:Entity {id: 'domain:1'})-[:LINKS_TO]->{1,9}(b {id: 'domain:4'}) RETURN p",
        "MATCH (a)-[r]->(b) WHERE r.id STARTS WITH 'domain:1' RETURN type(r), count(*) AS n ORDER BY n DESC",
        "MATCH (e:Domain) WHERE NOT EXISTS { (e)-[:LINKS_TO]->() } RETURN e.id",
        "MATCH (e:Domain) OPTIONAL MATCH (e)-[:LINKS_TO]->(f) RETURN e.id, collect(f.id)[0..2]",
        "MATCH ()-[r:LINKS_TO {id: 'domain:1'}]->() RETURN r",
        "MATCH (e:Domain) RETURN count(e)",
        "UNWIND [1, 2] AS x RETURN x UNION UNWIND [3] AS x RETURN x",
        "CALL () { MATCH (e:Domain) RETURN e LIMIT 1 } RETURN e.id",
        "MATCH (e:Domain) WHERE e.id IN ['domain:1', 'domain:2'] RETURN [(e)-->(f) | f.id]"
      })
  void shouldAnswerOrdinaryQueries(String query) {
    assertThat(gate.run(query, Map.of(), QueryLimits.DEFAULT).rows()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE (n:Entity {id: 'x'})",
        "MATCH (n) SET n.name = 'x'",
        "MATCH (n) DETACH DELETE n",
        "MERGE (n:Entity {id: 'x'}) RETURN n",
        "MATCH (n) REMOVE n.name RETURN n",
        "FOREACH (i IN [1] | CREATE (:X))",
        "LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row",
        "LOAD CSV FROM 'http://127.0.0.1:1/x' AS row RETURN row",
        "CALL db.labels()",
        "CALL db.labels() YIELD label RETURN label",
        "CALL dbms.listConfig()",
        "CALL { LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row } RETURN row",
        "SHOW SETTINGS",
        "SHOW USERS",
        "SHOW TRANSACTIONS",
        "SHOW INDEXES",
        "SHOW PROCEDURES YIELD name RETURN name",
        "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
        "CREATE INDEX FOR (n:X) ON (n.y)",
        "DROP CONSTRAINT entity_id",
        "CREATE USER x SET PASSWORD 'abcdefgh'",
        "ALTER USER neo4j SET PASSWORD 'abcdefgh'",
        "PROFILE CREATE (n:Entity {id: 'x'}) RETURN n",
        "/* harmless */ PROFILE CREATE (n:Entity {id: 'x'}) RETURN n",
        "CYPHER runtime=slotted CREATE (n:Entity {id: 'x'}) RETURN n",
        "MATCH (n) CALL (n) { SET n.name = 'x' } IN TRANSACTIONS RETURN n",
        "USE system SHOW USERS",
        "not cypher at all",
        "MATCH (n) RETURN n; CREATE (:X)",
        "  "
      })
  void shouldRefuseWhatDoesMoreThanRead(String query) {
    assertThatThrownBy(() -> gate.run(query, Map.of(), QueryLimits.DEFAULT))
        .isInstanceOf(ClewException.class)
        .satisfies(
            e ->
                assertThat(((ClewException) e).reason())
                    .isIn(Reason.FORBIDDEN, Reason.USAGE, Reason.UNAVAILABLE));
    assertThat(
            store.read("MATCH (n:Entity) RETURN count(n) AS n", Map.of(), r -> r.get("n").asLong()))
        .containsExactly(300L);
    assertThat(store.read("MATCH (n) WHERE n.name = 'x' RETURN n", Map.of(), r -> r)).isEmpty();
  }

  @Test
  void shouldCutAnEndlessQuery() {
    QueryLimits limits = new QueryLimits(Duration.ofSeconds(1), 10);
    assertThatThrownBy(
            () ->
                gate.run(
                    "MATCH (a:Entity), (b:Entity), (c:Entity), (d:Entity) RETURN count(*), sum(a.x + b.x + c.x + d.x)",
                    Map.of(),
                    limits))
        .isInstanceOf(ClewException.class)
        .extracting(e -> ((ClewException) e).reason())
        .isEqualTo(Reason.LIMIT);
  }

  @Test
  void shouldSayThatRowsWereLeftOut() {
    QueryResult result =
        gate.run("MATCH (n:Entity) RETURN n", Map.of(), new QueryLimits(Duration.ofSeconds(9), 7));
    assertThat(result.rows()).hasSize(7);
    assertThat(result.truncated()).containsEntry("reason", "Only the first 7 rows are shown.");
  }
}
