package org.clew.loader.ingest;

import java.util.function.Predicate;
import org.clew.model.entity.EntityId;
import org.clew.model.ingest.Facts;

/** Leaves out of a load what must not come back. */
final class Erased {
  private Erased() {}

  static IngestResult without(IngestResult result, Predicate<EntityId> erased) {
    Facts facts = result.facts();
    Facts kept =
        new Facts(
            facts.sources(),
            facts.entities().stream().filter(e -> !erased.test(e.entity().id())).toList(),
            facts.links().stream()
                .filter(link -> !erased.test(link.from()) && !erased.test(link.to()))
                .toList(),
            facts.measures());
    return new IngestResult(
        result.file(),
        result.format(),
        result.source(),
        result.counts(),
        kept,
        result.verbatim(),
        result.claims().stream()
            .filter(claim -> !erased.test(claim.from()) && !erased.test(claim.to()))
            .toList(),
        result.rejects());
  }
}
