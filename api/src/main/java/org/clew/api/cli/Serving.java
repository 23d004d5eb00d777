package org.clew.api.cli;

import java.io.PrintStream;
import org.clew.api.http.HttpServer;
import org.clew.cypher.database.GraphStore;

/** Keeps a server up until the process is told to stop, then stops it in order. */
final class Serving {
  private Serving() {}

  static void untilInterrupted(CommandContext context, GraphStore store, HttpServer server) {
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
}
