package org.clew.cypher.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.clew.cypher.TestGraph;
import org.clew.cypher.schema.SchemaMigrations;
import org.clew.model.ClewException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.neo4j.driver.AuthTokens;
import org.neo4j.driver.GraphDatabase;

class GraphStoresTest {
  @TempDir private Path folder;

  @Test
  void shouldWorkThroughTheProcessThatHoldsTheStore() throws IOException {
    StoreSettings settings = StoreSettings.embedded(folder);
    try (GraphStore first = GraphStores.open(settings)) {
      try (GraphStore second = GraphStores.open(settings)) {
        assertThat(second.boltUri()).isEqualTo(first.boltUri());
        second.execute("CREATE (:Entity {id: 'domain:a.org'})", Map.of());
      }
      assertThat(
              first.read(
                  "MATCH (e:Entity) RETURN e.id AS id", Map.of(), r -> r.get("id").asString()))
          .containsExactly("domain:a.org");
      assertThat(
              PosixFilePermissions.toString(
                  Files.getPosixFilePermissions(folder.resolve("neo4j.password"))))
          .isEqualTo("rw-------");
    }
    try (GraphStore again = GraphStores.open(settings)) {
      assertThat(
              again.read(
                  "MATCH (e:Entity) RETURN e.id AS id", Map.of(), r -> r.get("id").asString()))
          .containsExactly("domain:a.org");
    }
  }

  @Test
  void shouldTakeOverFromAProcessThatIsClosing() throws Exception {
    StoreDirectory closing = StoreDirectory.prepare(folder);
    assertThat(closing.tryHold()).isTrue();
    FutureTask<GraphStore> opening =
        new FutureTask<>(() -> GraphStores.open(StoreSettings.embedded(folder)));
    Thread client = new Thread(opening, "client");
    client.start();
    while (client.getState() != Thread.State.TIMED_WAITING && !opening.isDone()) {
      Thread.onSpinWait();
    }
    closing.release(Duration.ZERO);
    closing.unlock();

    try (GraphStore store = opening.get(40, TimeUnit.SECONDS)) {
      assertThat(store.description()).startsWith("the embedded store");
    }
  }

  @Test
  void shouldTryAgainWhereAnotherWriterMadeTheSame() {
    GraphStore store = TestGraph.empty();
    String create = "CREATE (:Entity {id: 'domain:a.org'})";
    AtomicInteger tries = new AtomicInteger();

    long found =
        store.write(
            tx -> {
              long known =
                  tx.run("MATCH (e:Entity {id: 'domain:a.org'}) RETURN count(*) AS known")
                      .single()
                      .get("known")
                      .asLong();
              if (tries.incrementAndGet() == 1) {
                store.execute(create, Map.of());
              }
              if (known == 0) {
                tx.run(create).consume();
              }
              return known;
            });

    assertThat(found).isEqualTo(1);
    assertThat(tries).hasValue(2);
  }

  @Test
  @Timeout(60)
  void shouldGiveUpWhereWorkAlwaysMakesWhatIsThere() {
    GraphStore store = TestGraph.empty();
    String create = "CREATE (:Entity {id: 'domain:a.org'})";
    store.execute(create, Map.of());
    AtomicInteger tries = new AtomicInteger();

    assertThatThrownBy(
            () ->
                store.write(
                    tx -> {
                      tries.incrementAndGet();
                      return tx.run(create).consume();
                    }))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("already exists");
    assertThat(tries).hasValue(11);
  }

  @Test
  void shouldRefuseBoltWithoutThePassword() {
    String uri = TestGraph.empty().boltUri();
    try (var driver = GraphDatabase.driver(uri, AuthTokens.basic("neo4j", "neo4j"))) {
      assertThatThrownBy(driver::verifyConnectivity).hasMessageContaining("unauthorized");
    }
  }

  @Test
  void shouldSayThatThePortIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      StoreSettings settings = new StoreSettings(folder, null, null, null, taken.getLocalPort());
      assertThatThrownBy(() -> GraphStores.open(settings))
          .isInstanceOf(ClewException.class)
          .hasMessageContaining("Port " + taken.getLocalPort() + " for Bolt is taken");
    }
  }

  @Test
  void shouldSayThatTheDataDirectoryIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    assertThatThrownBy(() -> GraphStores.open(StoreSettings.embedded(file)))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("is not a folder");
  }

  @Test
  void shouldSayThatARemoteDatabaseDoesNotAnswer() {
    StoreSettings settings = new StoreSettings(folder, "bolt://127.0.0.1:1", null, null, 0);
    assertThatThrownBy(() -> GraphStores.open(settings))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("does not answer");
  }

  @Test
  void shouldSayThatAnAddressIsNone() {
    StoreSettings settings = new StoreSettings(folder, "nonsense", null, null, 0);
    assertThatThrownBy(() -> GraphStores.open(settings))
        .isInstanceOf(ClewException.class)
        .hasMessageContaining("is not the address of a Neo4j database");
  }

  @Test
  void shouldRefuseAGraphOfANewerVersion() {
    GraphStore store = TestGraph.empty();
    store.execute("MATCH (m:ClewMeta) SET m.schemaVersion = 99", Map.of());
    try {
      assertThatThrownBy(() -> new SchemaMigrations(store).run())
          .isInstanceOf(ClewException.class)
          .hasMessageContaining("written by a newer Clew (schema 99");
    } finally {
      store.execute(
          "MATCH (m:ClewMeta) SET m.schemaVersion = $v", Map.of("v", SchemaMigrations.CURRENT));
    }
  }
}
