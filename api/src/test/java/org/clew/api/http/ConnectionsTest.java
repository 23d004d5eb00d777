package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.clew.api.trace.TraceService;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConnectionsTest {
  private final List<Socket> sockets = new ArrayList<>();
  private final GraphStore store = TestGraph.empty();

  @AfterEach
  void close() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
    System.clearProperty("clew.http.connections");
  }

  @Test
  void shouldAnswerBesideManyIdleConnections() throws IOException {
    try (HttpServer server = start()) {
      for (int i = 0; i < 300; i++) {
        open(server, i % 2 == 0 ? "" : "GET /health HTTP/1.1\r\nHost: loc");
      }
      assertThat(new Client(server.uri()).get("/health").statusCode()).isEqualTo(200);
      assertThat(new Client(server.uri()).get("/api/v1/status").statusCode()).isEqualTo(200);
      close();
    }
  }

  @Test
  void shouldCloseConnectionsBeyondTheLimitAndTakeNewOnesWhenOthersEnd() throws IOException {
    System.setProperty("clew.http.connections", "20");
    try (HttpServer server = start()) {
      for (int i = 0; i < 20; i++) {
        open(server, "");
      }
      assertThat(open(server, "").getInputStream().read()).isEqualTo(-1);
      sockets.get(0).close();
      assertThat(healthOnceThereIsRoom(server)).startsWith("HTTP/1.1 200");
    }
  }

  @Test
  void shouldGiveEveryPlaceBackWhenClientsWentAway() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    TraceService slow =
        request -> {
          begun.countDown();
          await(release);
          return Map.of("chains", List.of());
        };
    try (HttpServer server = HttpServer.start("127.0.0.1", 0, store, SampleGraph.DATA, slow)) {
      for (int i = 0; i < Executors.QUESTION_PLACES; i++) {
        open(
            server,
            "POST /api/v1/traces HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "Content-Length: 13\r\n\r\n{\"from\": \"a\"}");
      }
      begun.await();
      close();
      release.countDown();
      Client client = new Client(server.uri());
      while (client.post("/api/v1/traces", "{\"from\": \"a\"}").statusCode() != 200) {
        Thread.onSpinWait();
      }
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, 10)
              .mapToObj(i -> client.postLater("/api/v1/traces", "{\"from\": \"a\"}"))
              .map(answer -> answer.thenApply(response -> response.statusCode()))
              .toList();
      assertThat(answers.stream().map(CompletableFuture::join).toList()).containsOnly(200);
    }
  }

  private HttpServer start() {
    return HttpServer.start(store, SampleGraph.DATA, ServeSettings.local("127.0.0.1", 0));
  }

  private Socket open(HttpServer server, String bytes) throws IOException {
    Socket socket = new Socket(server.uri().getHost(), server.uri().getPort());
    sockets.add(socket);
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  /** The server learns of the end of a connection a moment after the client. */
  private static String healthOnceThereIsRoom(HttpServer server) {
    String answer = "";
    while (answer.isEmpty()) {
      try {
        answer =
            new Client(server.uri())
                .raw("GET /health HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
      } catch (UncheckedIOException e) {
        answer = "";
      }
    }
    return answer;
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
