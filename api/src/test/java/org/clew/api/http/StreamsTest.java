package org.clew.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.clew.cypher.TestGraph;
import org.clew.cypher.database.GraphStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that are larger than what fits between server and client. */
class StreamsTest {
  private static final String EXPORT = "GET /api/v1/subgraph?all=true HTTP/1.1\r\n";
  private static final Pattern RUNNING =
      Pattern.compile("(?m)^clew_http_streams(?:\\{[^}]*})? (\\d+)");
  private static GraphStore store;

  @BeforeAll
  static void fill() {
    store = TestGraph.empty();
    store.execute(
        """
        WITH reduce(text = '', i IN range(1, 200) | text + randomUUID()) AS note
        UNWIND range(1, 4000) AS i
        CREATE (:Entity:Account {id: 'account:x:' + i, name: 'A' + i, note: note})
        """,
        Map.of());
  }

  @AfterAll
  static void empty() {
    TestGraph.empty();
  }

  @Test
  @Timeout(60)
  void shouldFreeEverythingAtOnceWhenTheClientGoesAway() throws IOException {
    try (HttpServer server = HttpServer.start(store, SampleGraph.DATA, "127.0.0.1", 0)) {
      try (Socket socket = ask(server.uri(), EXPORT)) {
        assertThat(socket.getInputStream().readNBytes(10_000)).hasSize(10_000);
        awaitRunning(server, 1);
        assertThat(otherTransactions()).isZero();
      }
      awaitRunning(server, 0);
      assertThat(otherTransactions()).isZero();
    }
  }

  @Test
  @Timeout(60)
  void shouldCloseTheConnectionOfAClientThatTakesNothing() throws IOException {
    System.setProperty("clew.http.stream-patience", "300ms");
    try (HttpServer server = HttpServer.start(store, SampleGraph.DATA, "127.0.0.1", 0);
        Socket socket = ask(server.uri(), EXPORT)) {
      InputStream in = socket.getInputStream();
      assertThat(in.read()).isEqualTo('H');
      awaitRunning(server, 1);
      awaitRunning(server, 0);
      assertThat(readToTheEnd(in)).doesNotEndWith("0\r\n\r\n");
    } finally {
      System.clearProperty("clew.http.stream-patience");
    }
  }

  @Test
  @Timeout(60)
  void shouldTurnAwayMoreThanItCanSendAtATime() throws IOException {
    Socket[] sockets = new Socket[Executors.STREAM_PLACES];
    try (HttpServer server = HttpServer.start(store, SampleGraph.DATA, "127.0.0.1", 0)) {
      for (int i = 0; i < sockets.length; i++) {
        sockets[i] = ask(server.uri(), EXPORT);
        awaitRunning(server, i + 1);
      }
      var refused = new Client(server.uri()).get("/api/v1/subgraph?all=true");
      assertThat(refused.statusCode()).isEqualTo(503);
      assertThat(refused.headers().firstValue("Retry-After")).isPresent();
      for (Socket socket : sockets) {
        socket.close();
      }
      awaitRunning(server, 0);
    }
  }

  @Test
  @Timeout(60)
  void shouldSendTheWholeToAClientThatReads() throws IOException {
    try (HttpServer server = HttpServer.start(store, SampleGraph.DATA, "127.0.0.1", 0);
        Socket socket = ask(server.uri(), EXPORT.replace("1.1", "1.0"))) {
      String answer = readToTheEnd(socket.getInputStream());
      assertThat(answer.length()).isGreaterThan(4_000 * 7_000);
      assertThat(answer).contains("account:x:3999").contains("\"links\"");
    }
  }

  private static Socket ask(URI server, String start) throws IOException {
    Socket socket = new Socket();
    socket.setReceiveBufferSize(8_192);
    socket.connect(new InetSocketAddress(server.getHost(), server.getPort()));
    String request = start + "Host: localhost\r\nConnection: close\r\n\r\n";
    socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
    return socket;
  }

  private static String readToTheEnd(InputStream in) {
    StringBuilder text = new StringBuilder();
    byte[] some = new byte[1 << 16];
    try {
      for (int read = in.read(some); read >= 0; read = in.read(some)) {
        text.append(new String(some, 0, read, StandardCharsets.ISO_8859_1));
      }
    } catch (IOException reset) {
      return text.toString();
    }
    return text.toString();
  }

  private static void awaitRunning(HttpServer server, int wanted) {
    Client client = new Client(server.uri());
    while (true) {
      Matcher running = RUNNING.matcher(client.get("/prometheus").body());
      if (running.find() && Integer.parseInt(running.group(1)) == wanted) {
        return;
      }
    }
  }

  private static long otherTransactions() {
    return store
        .read(
            "SHOW TRANSACTIONS YIELD currentQuery WHERE NOT currentQuery STARTS WITH 'SHOW'"
                + " RETURN count(*) AS n",
            Map.of(),
            row -> row.get("n").asLong())
        .get(0);
  }
}
