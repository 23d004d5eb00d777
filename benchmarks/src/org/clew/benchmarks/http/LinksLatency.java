package org.clew.benchmarks.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.clew.api.http.HttpServer;
import org.clew.api.trace.WarmUp;
import org.clew.benchmarks.graph.BuildGraph;
import org.clew.benchmarks.graph.GraphPlan;
import org.clew.benchmarks.graph.LargeGraph;
import org.clew.cypher.database.GraphStore;
import org.clew.cypher.database.GraphStores;
import org.clew.cypher.database.StoreSettings;
import org.clew.loader.ingest.DataFolder;

/**
 * {@code LinksLatency ENTITIES RATE SECONDS}: asks for the first page of an entity's links at a
 * fixed rate, one time in ten of a hub, and prints how long it took. A request is sent when its
 * time has come, whether or not earlier ones are answered, and its latency runs from that time, so
 * that a stall is charged to all requests it delays. Before it counts, it asks for half a minute at
 * a quarter of the rate, while the evidence is read into memory, and for another at the rate.
 */
public final class LinksLatency {
  private static final int WARM_UP_SECONDS = 30;
  private static final int SLOWER = 4;
  private static final int EVERY_HUB = 10;
  private static final double NANOS_A_MILLI = 1e6;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final SplittableRandom random = new SplittableRandom(1);
  private final AtomicInteger failures = new AtomicInteger();
  private final GraphPlan plan;
  private final LargeGraph graph;
  private final URI server;

  private LinksLatency(GraphPlan plan, URI server) {
    this.plan = plan;
    this.graph = new LargeGraph(plan);
    this.server = server;
  }

  /** Runs it. */
  public static void main(String[] arguments) throws Exception {
    GraphPlan plan = new GraphPlan(Integer.parseInt(arguments[0]));
    int rate = Integer.parseInt(arguments[1]);
    int seconds = Integer.parseInt(arguments[2]);
    StoreSettings settings = BuildGraph.open(plan);
    DataFolder data = new DataFolder(settings.dataDirectory());
    try (GraphStore store = GraphStores.open(settings)) {
      WarmUp.of(store);
      try (HttpServer server = HttpServer.start(store, data, "127.0.0.1", 0)) {
        LinksLatency latency = new LinksLatency(plan, server.uri());
        latency.run(Math.max(1, rate / SLOWER), Math.min(WARM_UP_SECONDS, seconds));
        latency.run(rate, Math.min(WARM_UP_SECONDS, seconds));
        latency.failures.set(0);
        latency.print(latency.run(rate, seconds), rate, seconds);
      }
    }
    System.exit(0);
  }

  private double[] run(int rate, int seconds) throws InterruptedException {
    int requests = rate * seconds;
    double[] millis = new double[requests];
    CountDownLatch answered = new CountDownLatch(requests);
    long interval = TimeUnit.SECONDS.toNanos(1) / rate;
    long start = System.nanoTime();
    for (int i = 0; i < requests; i++) {
      long due = start + i * interval;
      while (System.nanoTime() < due) {
        LockSupport.parkNanos(due - System.nanoTime());
      }
      send(i, due, millis, answered);
    }
    answered.await();
    return millis;
  }

  private void send(int number, long due, double[] millis, CountDownLatch answered) {
    HttpRequest request = HttpRequest.newBuilder(server.resolve(path(number))).build();
    client
        .sendAsync(request, BodyHandlers.ofByteArray())
        .whenComplete(
            (response, failure) -> {
              millis[number] = (System.nanoTime() - due) / NANOS_A_MILLI;
              if (failure != null || response.statusCode() != 200) {
                failures.incrementAndGet();
              }
              answered.countDown();
            });
  }

  private String path(int number) {
    int any = random.nextInt(Integer.MAX_VALUE);
    return "/api/v1/entities/"
        + (number % EVERY_HUB == 0
            ? graph.hub(any % GraphPlan.HUBS)
            : LargeGraph.account(any % (plan.entities() / 5 * 3)))
        + "/links";
  }

  private void print(double[] millis, int rate, int seconds) {
    Arrays.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "GET /entities/{id}/links, %,d entities, %d requests/s for %d s, every tenth of a hub:"
            + " p50 %.1f ms, p99 %.1f ms, max %.1f ms, %d failed%n",
        plan.entities(),
        rate,
        seconds,
        millis[millis.length / 2],
        millis[(int) (millis.length * 0.99)],
        millis[millis.length - 1],
        failures.get());
  }
}
