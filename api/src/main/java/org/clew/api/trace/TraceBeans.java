package org.clew.api.trace;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Factory;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.trace.EvidenceSnapshots;

/** What traces of a server share. */
@Factory
final class TraceBeans {
  /** Made at the start, so that the evidence is read while the server waits for questions. */
  @Context
  @Bean(preDestroy = "close")
  EvidenceSnapshots snapshots(GraphStore store) {
    return new EvidenceSnapshots(store);
  }
}
