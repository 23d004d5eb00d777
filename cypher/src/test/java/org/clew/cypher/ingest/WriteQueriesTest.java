package org.clew.cypher.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.model.entity.EntityKind;
import org.clew.model.links.LinkType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.neo4j.driver.Session;
import org.neo4j.driver.summary.Plan;

class WriteQueriesTest {
  private static GraphStore store;

  static Stream<String> queriesByKey() {
    return Stream.of(
            Stream.of(
                WriteQueries.MERGE_SOURCES,
                WriteQueries.FIND_ENTITIES,
                WriteQueries.FORGET_STATEMENTS,
                WriteQueries.createEntities(EntityKind.ACCOUNT),
                WriteQueries.mergeEntities(EntityKind.ACCOUNT)),
            Stream.of(LinkType.LINKS_TO, LinkType.SAME_AS)
                .flatMap(
                    type ->
                        Stream.of(
                            WriteQueries.findLinks(type),
                            WriteQueries.createLinks(type),
                            WriteQueries.updateLinks(type))))
        .flatMap(queries -> queries);
  }

  @BeforeAll
  static void linksThatNoStatisticsKnowYet() {
    store = TestGraph.empty();
    store.execute(
        """
        UNWIND range(1, 5000) AS k
        CREATE (a:Entity:Account {id: 'account:test/' + k})
        CREATE (a)-[:LINKS_TO {id: 'l' + k}]->(a)-[:SAME_AS {id: 's' + k}]->(a)
        """,
        Map.of());
  }

  /** A plan with a scan looks through the graph for each row, and stays while a load fills it. */
  @ParameterizedTest
  @MethodSource("queriesByKey")
  void shouldSeekByKeyWhateverTheStatisticsSay(String query) {
    Map<String, Object> parameters =
        Map.of("rows", List.of(), "groups", List.of(), "ids", List.of(), "source", "");

    Plan plan;
    try (Session session = store.driver().session()) {
      plan = session.run("EXPLAIN CYPHER replan=force " + query, parameters).consume().plan();
    }

    List<String> operators = operators(plan).toList();
    assertThat(operators)
        .anyMatch(operator -> operator.contains("Seek"))
        .noneMatch(operator -> operator.contains("Scan"));
  }

  private static Stream<String> operators(Plan plan) {
    return Stream.concat(
        Stream.of(plan.operatorType()),
        plan.children().stream().flatMap(child -> operators(child)));
  }
}
