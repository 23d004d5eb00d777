package org.clew.api.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import org.clew.api.http.HttpServer;
import org.clew.cypher.database.GraphStore;

/** Keeps a server up until the process is told to stop, then stops it in order. */
final class Serving {
  private Serving() {}

  static void untilInterrupted(PrintStream out, GraphStore store, HttpServer server) {
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

  private static void joinQuietly(Thread main) {
    try {
      main.join(20_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
