package org.clew.model.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.clew.model.entity.EntityId;
import org.clew.model.links.LinkType;
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

  /** The ends are two nodes, and what else there is to read is as far from both as the chain. */
  @Test
  void shouldReadNoFurtherThanAChainMayBeAsGood() {
    CaseFile file = new CaseFile();
    List<String> start = List.of("domain:a.example", "domain:b.example", "domain:c.example");
    file.uses("tracker/ga", "1", "account:x:1", start.get(0));
    file.uses("tracker/ga", "2", start.get(0), "page:facebook:1");
    for (int i = 1; i < start.size(); i++) {
      file.uses("tracker/ga", "from" + i, "account:x:1", start.get(i));
      file.uses("tracker/ga", "to" + i, "page:facebook:1", "domain:to" + i + ".example");
      file.uses("tracker/ga", "on" + i, start.get(i), "domain:on" + i + ".example");
    }
    TraceParameters parameters = CaseFile.parameters("account:x:1", "page:facebook:1").withTop(1);

    Trace trace = file.trace(parameters.withLeads(0).withNodeBudget(2));

    assertThat(trace.truncated()).isNull();
    assertThat(trace.chains()).hasSize(1);
    assertThat(trace.chains().get(0).hops()).hasSize(2);
    assertThat(file.trace(parameters.withTop(2).withNodeBudget(2)).truncated()).isNotNull();
  }

  /** What ties an outlet to its own site is no way to go on to something else. */
  @Test
  void shouldReadNoFurtherBecauseAnOutletHasASite() {
    CaseFile file = new CaseFile();
    file.link("outlet:ir:one", LinkType.PUBLISHES_ON, "domain:one.example");
    file.uses("tracker/ga", "1", "account:x:1", "domain:a.example");
    file.uses("tracker/ga", "2", "domain:a.example", "domain:one.example");
    file.uses("tracker/ga", "3", "account:x:1", "domain:b.example");
    file.uses("tracker/ga", "4", "domain:one.example", "domain:c.example");
    TraceParameters parameters = CaseFile.parameters("account:x:1", "outlet:ir:one").withTop(1);

    Trace trace = file.trace(parameters.withLeads(0).withNodeBudget(3));

    assertThat(trace.truncated()).isNull();
    assertThat(trace.chains()).hasSize(1);
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
