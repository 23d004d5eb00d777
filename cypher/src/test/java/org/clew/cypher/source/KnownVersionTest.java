package org.clew.cypher.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.junit.jupiter.api.Test;

class KnownVersionTest {
  private final GraphStore store = TestGraph.empty();

  @Test
  void shouldBeTheVersionOfTheGraphAfterEachChange() {
    KnownVersion version = new KnownVersion(store);
    assertThat(version.now()).isEqualTo(GraphVersion.of(store));
    for (int i = 0; i < 5; i++) {
      long raised = store.write(GraphVersion::raise);
      assertThat(version.now()).isEqualTo(raised);
      assertThat(version.now()).isEqualTo(raised);
    }
  }

  @Test
  void shouldKnowThatReadingChangesNothing() {
    store.write(GraphVersion::raise);
    assertThat(store.changes()).isPresent();
    long before = store.changes().orElseThrow();
    GraphVersion.of(store);
    assertThat(store.changes()).hasValue(before);
    store.write(GraphVersion::raise);
    assertThat(store.changes().orElseThrow()).isGreaterThan(before);
  }
}
