package org.clew.api.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import org.clew.api.http.HttpServer;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.entity.Entities;
import org.clew.cypher.entity.EntityFilter;
import org.clew.cypher.source.GraphStatus;

/** Keeps a server up until the process is told to stop, then stops it in order. */
final class Serving {
  private Serving() {}

  static void untilInterrupted(PrintStream out, GraphStore store, HttpServer server) {
    warmUp(store);
    CountDownLatch stop = new CountDownLatch(1);
    Thread main = Thread.currentThread();
    Thread hook =
        new Thread(
            () -> {
              stop.countDown();
              joinQuietly(main);
            },
            "clew-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    out.println("Ready " + server.uri());
    out.println("Bolt  " + store.boltUri());
    out.flush();
    try {
      stop.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The first queries of a database cost seconds; nobody should wait for them after "Ready". */
  private static void warmUp(GraphStore store) {
    GraphStatus.of(store);
    Entities entities = new Entities(store);
    entities.search(new EntityFilter("press", null, null, null), 0, 1);
    entities.list(EntityFilter.ALL, "", 1);
  }

  private static void joinQuietly(Thread main) {
    try {
      main.join(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
