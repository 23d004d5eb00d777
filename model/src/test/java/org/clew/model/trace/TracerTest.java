package org.clew.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clew.model.entity.EntityId;
import org.clew.model.trace.TraceParameters.Selection;
import org.junit.jupiter.api.Test;

class TracerTest {
  @Property(tries = 3000)
  void shouldFindTheSameChainsAsBruteForce(@ForAll long seed) {
    RandomCase random = new RandomCase(seed);
    CaseFile file = random.file();
    TraceParameters parameters = random.parameters();

    List<BruteForce.Path> all = new BruteForce(file, parameters).all();
    List<List<EntityId>> expected =
        all.stream()
            .limit(parameters.top())
            .map(path -> described(path.target(), path.fromTarget()))
            .toList();

    assertThat(file.trace(parameters).chains().stream().map(TracerTest::described).toList())
        .isEqualTo(expected);
  }

  /** A case in which both sides come to one node. */
  @Test
  void shouldFindNoChainTwice() {
    RandomCase random = new RandomCase(3_954_475);
    CaseFile file = random.file();

    assertThat(file.trace(random.parameters()).chains()).hasSize(4).doesNotHaveDuplicates();
  }

  @Property(tries = 500)
  void shouldFindTheBestChainForEachTarget(@ForAll long seed) {
    RandomCase random = new RandomCase(seed);
    CaseFile file = random.file();
    TraceParameters parameters = random.parameters();

    List<BruteForce.Path> all = new BruteForce(file, parameters).all();
    List<List<EntityId>> expected = new ArrayList<>();
    List<EntityId> seen = new ArrayList<>();
    for (BruteForce.Path path : all) {
      if (!seen.contains(path.target())) {
        seen.add(path.target());
        expected.add(described(path.target(), path.fromTarget()));
      }
    }

    Trace trace = file.trace(parameters.withSelection(Selection.BEST_PER_TARGET));
    assertThat(trace.chains().stream().map(TracerTest::described).toList()).isEqualTo(expected);
  }

  private static List<EntityId> described(Chain chain) {
    List<EntityId> ids = new ArrayList<>();
    for (Hop hop : chain.hops()) {
      ids.add(0, hop.from());
    }
    ids.add(0, chain.hops().isEmpty() ? owned(chain) : last(chain).to());
    return described(chain.target(), ids);
  }

  private static EntityId owned(Chain chain) {
    return chain.assumptions().isEmpty() ? chain.target() : chain.assumptions().get(0).asset();
  }

  private static Hop last(Chain chain) {
    return chain.hops().get(chain.hops().size() - 1);
  }

  private static List<EntityId> described(EntityId target, List<EntityId> fromTarget) {
    List<EntityId> described = new ArrayList<>(List.of(target));
    described.addAll(fromTarget);
    return described;
  }
}
