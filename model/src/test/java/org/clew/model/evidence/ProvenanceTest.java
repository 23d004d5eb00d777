package org.clew.model.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.clew.model.entity.EntityId;
import org.clew.model.source.Grade;
import org.clew.model.source.Source;
import org.junit.jupiter.api.Test;

class ProvenanceTest {
  private final Provenance provenance =
      new Provenance(
          List.of(
              source("fireeye"),
              source("facebook", "fireeye"),
              source("google", "facebook", "fireeye"),
              source("reuters"),
              source("survey", "google", "reuters"),
              source("snake", "tail"),
              source("tail", "snake"),
              source("bite", "tail")));

  @Test
  void shouldFollowSourcesToTheirRoots() {
    assertThat(provenance.roots(id("fireeye"))).containsExactly(id("fireeye"));
    assertThat(provenance.roots(id("google"))).containsExactly(id("fireeye"));
    assertThat(provenance.roots(id("survey")))
        .containsExactlyInAnyOrder(id("fireeye"), id("reuters"));
    assertThat(provenance.roots(id("never-described"))).containsExactly(id("never-described"));
  }

  @Test
  void shouldTakeTheFirstOfACircleForItsRoot() {
    assertThat(provenance.roots(id("snake"))).containsExactly(id("snake"));
    assertThat(provenance.roots(id("tail"))).containsExactly(id("snake"));
    assertThat(provenance.roots(id("bite"))).containsExactly(id("snake"));
  }

  @Test
  void shouldLetASourceStandWhileOneOfItsRootsDoes() {
    Set<EntityId> without = Set.of(id("fireeye"));
    assertThat(provenance.stands(id("google"), without)).isFalse();
    assertThat(provenance.stands(id("survey"), without)).isTrue();
    assertThat(provenance.stands(id("survey"), Set.of(id("survey")))).isFalse();
    assertThat(provenance.stands(id("google"), Set.of(id("facebook")))).isTrue();
    assertThat(provenance.stands(id("bite"), Set.of(id("snake")))).isFalse();
    assertThat(provenance.stands(id("bite"), Set.of())).isTrue();
  }

  private static Source source(String slug, String... derivesFrom) {
    return new Source(
        id(slug),
        slug,
        null,
        null,
        Grade.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        List.of(derivesFrom).stream().map(EntityId::source).toList());
  }

  private static EntityId id(String slug) {
    return EntityId.source(slug);
  }
}
