package org.clew.api.trace;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityFilter;
import org.clew.cypher.entity.EntityView;
import org.clew.cypher.entity.SearchPlace;
import org.clew.cypher.source.GraphStatus;
import org.clew.cypher.source.Readership;
import org.clew.cypher.trace.CypherEvidenceGraph;
import org.clew.cypher.trace.TraceEnds;
import org.clew.model.entity.EntityId;
import org.clew.model.entity.EntityKind;
import org.clew.model.evidence.EvidenceKinds;
import org.clew.model.trace.Member;
import org.clew.model.trace.TraceParameters;
import org.clew.model.trace.Tracer;

/** The first queries of a database cost seconds; nobody should wait for them after "Ready". */
public final class WarmUp {
  private static final int FEW = 50;
  private static final Duration A_TRACE = Duration.ofSeconds(2);
  private static final Duration ALL_TRACES = Duration.ofSeconds(4);
  private static final Duration WARM = Duration.ofMillis(300);

  private WarmUp() {}

  /** Asks a few questions as users will; seconds for a large graph, a moment for a small one. */
  public static void of(GraphStore store) {
    GraphStatus.of(store);
    Entities entities = new Entities(store);
    entities.search(new EntityFilter("press", null, null, null), SearchPlace.START, 1);
    entities.list(EntityFilter.ALL, "", 1);
    trace(store, entities);
  }

  private static void trace(GraphStore store, Entities entities) {
    List<EntityId> media =
        new TraceEnds(store).stateMedia(Readership.EVERYTHING).stream().limit(FEW).toList();
    List<Member> some =
        Stream.of(EntityKind.ACCOUNT, EntityKind.DOMAIN)
            .flatMap(kind -> entities.list(filter(kind), "", FEW).stream())
            .map(EntityView::id)
            .map(Member::certain)
            .toList();
    Tracer tracer = new Tracer(EvidenceKinds.builtIn(), Clock.systemUTC());
    TraceParameters parameters = TraceParameters.of(some, media).withTimeBudget(A_TRACE);
    long start = System.nanoTime();
    long took = Long.MAX_VALUE;
    while (!some.isEmpty()
        && !media.isEmpty()
        && took > WARM.toNanos()
        && System.nanoTime() - start < ALL_TRACES.toNanos()) {
      long before = System.nanoTime();
      tracer.trace(new CypherEvidenceGraph(store), parameters);
      took = System.nanoTime() - before;
    }
  }

  private static EntityFilter filter(EntityKind kind) {
    return new EntityFilter(null, kind, null, null);
  }
}
