package org.clew.benchmarks.http;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.clew.api.http.HttpServer;
import org.clew.benchmarks.Measured;
import org.clew.benchmarks.graph.BuildGraph;
import org.clew.benchmarks.graph.GraphPlan;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.clew.loader.ingest.DataFolder;
import org.clew.model.links.LinkType;

/**
 * {@code ExportStream http|driver ENTITIES}: reads the whole graph, as JSON over HTTP or as rows
 * of the driver with the same properties in the same order, and throws it away. Both sides do it
 * beside a server that has started and read its evidence, so that only the reading differs.
 */
public final class ExportStream {
  private static final String ENTITIES =
      """
      MATCH (e:Entity) USING INDEX SEEK e:Entity(id) WHERE e.id > '' AND NOT e:Source
      RETURN properties(e) AS entity ORDER BY e.id
      """;
  private static final String STATEMENTS =
      """
      MATCH (e:Entity) USING INDEX SEEK e:Entity(id) WHERE e.id > ''
      MATCH (e)-[r:STATED_IN]->(s:Source)
      RETURN e.id AS entity, s.id AS source, properties(r) AS statement ORDER BY e.id
      """;
  private static final String LINKS =
      """
      MATCH (a:Entity)-[r:«type»]->(b:Entity) USING INDEX SEEK r:«type»(id) WHERE r.id > ''
      RETURN a.id AS source, b.id AS target, r ORDER BY r.id
      """;

  private static final long WAIT_MILLIS = 100;

  private ExportStream() {}

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    StoreSettings settings =
        BuildGraph.open(new GraphPlan(Integer.parseInt(arguments[1])));
    DataFolder data = new DataFolder(settings.dataDirectory());
    try (GraphStore store = GraphStores.open(settings);
        HttpServer server = HttpServer.start(store, data, "127.0.0.1", 0)) {
      awaitEvidence();
      boolean driver = arguments[0].equals("driver");
      Measured.print(driver ? () -> rows(store) : () -> export(server.uri()));
    }
    System.exit(0);
  }

  /** A server first reads its evidence into memory, which is no part of an export. */
  private static void awaitEvidence() throws InterruptedException {
    while (Thread.getAllStackTraces().entrySet().stream()
        .filter(thread -> thread.getKey().getName().equals("evidence-snapshot"))
        .flatMap(thread -> Arrays.stream(thread.getValue()))
        .anyMatch(frame -> frame.getClassName().startsWith("org.clew."))) {
      Thread.sleep(WAIT_MILLIS);
    }
  }

  private static void rows(GraphStore store) {
    AtomicLong rows = new AtomicLong();
    store.stream(ENTITIES, Map.of(), row -> rows.incrementAndGet());
    store.stream(STATEMENTS, Map.of(), row -> rows.incrementAndGet());
    for (LinkType type : LinkType.values()) {
      store.stream(LINKS.replace("«type»", type.name()), Map.of(), row -> rows.incrementAndGet());
    }
    System.err.printf("%,d rows%n", rows.get());
  }

  private static void export(URI server) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(server.resolve("/api/v1/subgraph?all=true")).build();
    long bytes = 0;
    try (InputStream body =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream()).body()) {
      byte[] some = new byte[1 << 16];
      for (int read = body.read(some); read >= 0; read = body.read(some)) {
        bytes += read;
      }
    }
    System.err.printf("%,d bytes%n", bytes);
  }
}
