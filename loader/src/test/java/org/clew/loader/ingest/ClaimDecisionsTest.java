package org.clew.loader.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.clew.model.claim.Claim;
import org.clew.model.entity.EntityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimDecisionsTest {
  @TempDir Path folder = Path.of("unset");

  private static Claim claim(int number, Claim.Status status) {
    return new Claim(
        EntityId.account("x", "1" + number),
        EntityId.account("x", "2" + number),
        EntityId.source("s"),
        status,
        "",
        List.of());
  }

  @Test
  void shouldLoseNoDecisionAmongSeveralWriters() {
    IntStream.range(0, 40)
        .parallel()
        .forEach(
            number ->
                new ClaimDecisions(folder.resolve("decisions.tsv"))
                    .add(List.of(claim(number, Claim.Status.REJECTED))));

    List<Claim> proposed =
        IntStream.range(0, 40).mapToObj(n -> claim(n, Claim.Status.PROPOSED)).toList();
    assertThat(new ClaimDecisions(folder.resolve("decisions.tsv")).taken(proposed))
        .extracting(Claim::status)
        .containsOnly(Claim.Status.REJECTED);
  }
}
