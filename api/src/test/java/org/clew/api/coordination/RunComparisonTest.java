package org.clew.api.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SortedMap;
import java.util.TreeMap;
import org.clew.api.coordination.RunComparison.Move;
import org.clew.model.entity.EntityId;
import org.junit.jupiter.api.Test;

class RunComparisonTest {
  @Test
  void shouldTellWhoStayedJoinedLeftAndMoved() {
    RunComparison comparison =
        RunComparison.of(
            EntityId.source("a"),
            membership("1 p, 2 p, 3 p, 4 q, 5 q, 6 q"),
            EntityId.source("b"),
            membership("1 r, 2 r, 3 s, 4 s, 5 s, 7 s"));

    assertThat(comparison.stayed()).isEqualTo(4);
    assertThat(comparison.moved()).containsExactly(move("3", "p", "s"));
    assertThat(comparison.joined()).containsExactly(new Move(account("7"), null, cluster("s")));
    assertThat(comparison.left()).containsExactly(new Move(account("6"), cluster("q"), null));
  }

  private static Move move(String account, String from, String to) {
    return new Move(account(account), cluster(from), cluster(to));
  }

  private static SortedMap<EntityId, EntityId> membership(String text) {
    SortedMap<EntityId, EntityId> membership = new TreeMap<>();
    for (String one : text.split(", ")) {
      membership.put(account(one.substring(0, 1)), cluster(one.substring(2)));
    }
    return membership;
  }

  private static EntityId account(String id) {
    return EntityId.account("x", id);
  }

  private static EntityId cluster(String id) {
    return EntityId.cluster("coordination", id);
  }
}
