package org.clew.api.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.junit.jupiter.api.Test;

class ClusterListsTest {
  @Test
  void shouldSayWhatItDoesNotShow() {
    GraphStore store = TestGraph.empty();
    store.execute(
        """
        CREATE (c:Entity:Cluster {id: 'cluster:case:a', name: 'A'})
        WITH c UNWIND range(1, 3) AS n
        CREATE (c)-[:STATED_IN {id: 'st' + n, remark: 'Note ' + n}]->
               (:Entity:Source {id: 'source:note-' + n, format: 'note', title: 'Note'})
        """,
        Map.of());

    ClusterDocument cut = new ClusterLists(store, 2).find("cluster:case:a", null);
    assertThat(cut.notes()).hasSize(2);
    assertThat(cut.truncated())
        .containsEntry(
            "reason",
            "Only the first 2 are shown of its notes; 'clew notes' and 'clew export --cluster' give"
                + " all.");

    ClusterDocument whole = new ClusterLists(store, 3).find("cluster:case:a", null);
    assertThat(whole.notes()).hasSize(3);
    assertThat(whole.truncated()).isNull();
  }
}
