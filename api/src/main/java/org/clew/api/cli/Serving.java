package org.clew.api.cli;

import java.io.PrintStream;
import org.clew.api.http.HttpServer;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityFilter;
import org.clew.cypher.entity.SearchPlace;
import org.clew.cypher.source.GraphStatus;
import org.clew.cypher.source.Readership;
import org.clew.cypher.trace.CypherEvidenceGraph;
import org.clew.cypher.trace.TraceEnds;
import org.clew.model.trace.EvidenceGraph;

/** Keeps a server up until the process is told to stop, then stops it in order. */
final class Serving {
  private static final int FEW = 100;

  private Serving() {}

  static void untilInterrupted(CommandContext context, GraphStore store, HttpServer server) {
    warmUp(store);
    context.stop().heed();
    PrintStream out = context.out();
    out.println("Ready " + server.uri());
    out.println("Bolt  " + store.boltUri());
    out.flush();
    try {
      context.stop().awaitRequest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The first queries of a database cost seconds; nobody should wait for them after "Ready". */
  private static void warmUp(GraphStore store) {
    GraphStatus.of(store);
    Entities entities = new Entities(store);
    entities.search(new EntityFilter("press", null, null, null), SearchPlace.START, 1);
    entities.list(EntityFilter.ALL, "", 1);
    EvidenceGraph evidence = new CypherEvidenceGraph(store);
    int[] media =
        new TraceEnds(store)
            .stateMedia(Readership.EVERYTHING).stream()
                .limit(FEW)
                .mapToInt(evidence::node)
                .toArray();
    evidence.ensure(media, FEW);
  }
}
