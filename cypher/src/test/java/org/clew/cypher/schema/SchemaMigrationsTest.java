package org.clew.cypher.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.junit.jupiter.api.Test;

class SchemaMigrationsTest {
  private static final String NAME = "link_member_of_id";

  @Test
  void shouldReplaceAnIndexThatAnInterruptionLeftWithoutItsConstraint() {
    GraphStore store = TestGraph.empty();
    store.execute("DROP CONSTRAINT " + NAME, Map.of());
    store.execute("CREATE INDEX " + NAME + " FOR ()-[r:MEMBER_OF]-() ON (r.id)", Map.of());
    store.execute("MATCH (m:ClewMeta {id: 'graph'}) SET m.schemaVersion = 0", Map.of());
    assertThat(constraints(store)).isEmpty();

    new SchemaMigrations(store).run();

    assertThat(constraints(store)).containsExactly(NAME);
    new SchemaMigrations(store).run();
    assertThat(constraints(store)).containsExactly(NAME);
  }

  private static List<String> constraints(GraphStore store) {
    return store.read(
        "SHOW CONSTRAINTS YIELD name WHERE name = $name RETURN name",
        Map.of("name", NAME),
        row -> row.get("name").asString());
  }
}
