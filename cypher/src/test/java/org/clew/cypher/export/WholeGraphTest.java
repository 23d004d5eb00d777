package org.clew.cypher.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.export.WholeGraph.Pass;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;

class WholeGraphTest {
  private static final int ACCOUNTS = 11_000;
  private static GraphStore store;

  @BeforeAll
  static void load() {
    store = TestGraph.empty();
    store.execute(
        """
        CREATE (s:Entity:Source {id: 'source:a'}), (t:Entity:Source {id: 'source:b'}),
               (d:Entity:Domain {id: 'domain:a.org'})
        WITH s, t, d UNWIND range(1, 11000) AS i
        CREATE (a:Entity:Account {id: 'account:x:' + i}),
               (a)-[:STATED_IN {id: randomUUID()}]->(s),
               (a)-[:LINKS_TO {id: randomUUID(), source: 'source:a'}]->(d)
        FOREACH (x IN CASE WHEN i % 2 = 0 THEN [1] ELSE [] END |
          CREATE (a)-[:STATED_IN {id: randomUUID()}]->(t))
        """,
        Map.of());
  }

  static List<Pass> passes() {
    return List.of(
        WholeGraph.ENTITIES,
        WholeGraph.STATEMENTS,
        WholeGraph.links(LinkType.LINKS_TO, false),
        WholeGraph.links(LinkType.LINKS_TO, true));
  }

  @ParameterizedTest
  @MethodSource("passes")
  void shouldReadFromAnIndexWithoutSortingTheGraph(Pass pass) {
    try (Session session = store.driver().session()) {
      Plan plan =
          session
              .run("EXPLAIN " + pass.query(), Map.of("after", "a", "limit", 10))
              .consume()
              .plan();
      assertThat(operators(plan))
          .anyMatch(operator -> operator.contains("IndexSeekByRange"))
          .noneMatch(operator -> operator.startsWith("Sort") || operator.startsWith("Top"));
    }
  }

  @Test
  void shouldHandOverEachRowOnceInOrder() {
    assertThat(keys(WholeGraph.ENTITIES)).hasSize(ACCOUNTS + 1).isSorted().doesNotHaveDuplicates();
    assertThat(keys(passes().get(2))).hasSize(ACCOUNTS).isSorted().doesNotHaveDuplicates();
    assertThat(keys(WholeGraph.STATEMENTS)).hasSize(ACCOUNTS * 3 / 2 + 3).isSorted();
    assertThat(keys(WholeGraph.SOURCES)).containsExactly("source:a", "source:b");
  }

  private static List<String> keys(Pass pass) {
    List<String> keys = new ArrayList<>();
    new WholeGraph(store).read(pass, "", row -> keys.add(pass.key().apply(row)));
    return keys;
  }

  private static List<String> operators(Plan plan) {
    List<String> operators = new ArrayList<>(List.of(plan.operatorType()));
    plan.children().forEach(child -> operators.addAll(operators(child)));
    return operators;
  }
}
